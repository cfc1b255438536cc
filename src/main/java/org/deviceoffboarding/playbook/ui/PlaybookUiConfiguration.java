package org.deviceoffboarding.playbook.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The playbooks' place among the settings. */
@Configuration(proxyBeanMethods = false)
class PlaybookUiConfiguration {

    static final String PATH = "settings/playbooks";

    @Bean
    @Order(40)
    SettingsPage playbookSettings() {
        return new SettingsPage("Playbooks", PATH);
    }
}
