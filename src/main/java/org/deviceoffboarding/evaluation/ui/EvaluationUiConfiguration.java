package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The thresholds' place among the settings. */
@Configuration(proxyBeanMethods = false)
class EvaluationUiConfiguration {

    @Bean
    @Order(30)
    SettingsPage thresholdSettings() {
        return new SettingsPage("Thresholds", ThresholdsView.PATH);
    }
}
