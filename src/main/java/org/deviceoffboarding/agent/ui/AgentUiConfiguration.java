package org.deviceoffboarding.agent.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The agent's place among the settings. */
@Configuration(proxyBeanMethods = false)
class AgentUiConfiguration {

    @Bean
    @Order(10)
    SettingsPage agentSettings() {
        return new SettingsPage("Agent", SettingsView.PATH);
    }

    @Bean
    SubjectPages agentPage() {
        return SubjectPages.all("agent", new SubjectPage(SettingsView.PATH, "Agent"));
    }
}
