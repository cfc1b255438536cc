package org.deviceoffboarding.remediation.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The place of the rules for requests among the settings, and where requests are shown. */
@Configuration(proxyBeanMethods = false)
class RemediationUiConfiguration {

    @Bean
    @Order(50)
    SettingsPage approvalSettings() {
        return new SettingsPage("Approval", ApprovalRulesView.PATH);
    }

    @Bean
    SubjectPages requestPages() {
        return SubjectPages.numbered("request", id -> new SubjectPage(RequestLink.path(id), "Request " + id));
    }

    @Bean
    SubjectPages looseningPage() {
        return SubjectPages.all("loosening", new SubjectPage(ApprovalRulesView.PATH, "Approval"));
    }
}
