package org.deviceoffboarding.remediation.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The place of the rules for requests among the settings. */
@Configuration(proxyBeanMethods = false)
class RemediationUiConfiguration {

    @Bean
    @Order(50)
    SettingsPage approvalSettings() {
        return new SettingsPage("Approval", ApprovalRulesView.PATH);
    }
}
