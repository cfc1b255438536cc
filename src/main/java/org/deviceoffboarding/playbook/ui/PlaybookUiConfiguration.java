package org.deviceoffboarding.playbook.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.deviceoffboarding.playbook.definition.Playbook;
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

    @Bean
    SubjectPages playbookPages() {
        return SubjectPages.named(
                "playbook",
                path -> Playbook.Key.of(path).map(key -> new SubjectPage(PATH + "/" + key.path(), "Playbook")));
    }
}
