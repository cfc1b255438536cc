package org.deviceoffboarding.evaluation.rules.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The thresholds' place among the settings, and where what the log tells of them is shown. */
@Configuration(proxyBeanMethods = false)
class RulesUiConfiguration {

    @Bean
    @Order(30)
    SettingsPage thresholdSettings() {
        return new SettingsPage("Thresholds", ThresholdsView.PATH);
    }

    @Bean
    SubjectPages rulesPage() {
        return SubjectPages.all("rules", new SubjectPage(ThresholdsView.PATH, "Thresholds"));
    }

    @Bean
    SubjectPages retentionPage() {
        return SubjectPages.all("retention", new SubjectPage(ThresholdsView.PATH, "Thresholds"));
    }
}
