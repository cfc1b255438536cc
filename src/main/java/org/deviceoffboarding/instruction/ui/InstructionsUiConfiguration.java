package org.deviceoffboarding.instruction.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The place of the custom instructions among the settings. */
@Configuration(proxyBeanMethods = false)
class InstructionsUiConfiguration {

    @Bean
    @Order(20)
    SettingsPage instructionSettings() {
        return new SettingsPage("Instructions", InstructionsView.PATH);
    }

    @Bean
    SubjectPages instructionsPage() {
        return SubjectPages.all("instructions", new SubjectPage(InstructionsView.PATH, "Instructions"));
    }
}
