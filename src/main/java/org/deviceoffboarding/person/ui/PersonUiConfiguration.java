package org.deviceoffboarding.person.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The place of people among the settings. */
@Configuration(proxyBeanMethods = false)
class PersonUiConfiguration {

    @Bean
    @Order(70)
    SettingsPage peopleSettings() {
        return new SettingsPage("People", PeopleView.PATH);
    }
}
