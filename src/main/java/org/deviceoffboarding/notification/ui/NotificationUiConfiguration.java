package org.deviceoffboarding.notification.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The place of notifications among the settings, and the pages of what notices and the log tell of them. */
@Configuration(proxyBeanMethods = false)
class NotificationUiConfiguration {

    @Bean
    @Order(65)
    SettingsPage notificationSettings() {
        return new SettingsPage("Notifications", NotificationsView.PATH);
    }

    @Bean
    SubjectPages webhookPage() {
        return SubjectPages.all("webhook", new SubjectPage(NotificationsView.PATH, "Notifications"));
    }

    @Bean
    SubjectPages noticeChoicesPage() {
        return SubjectPages.all("notice-choices", new SubjectPage(ChoicesView.PATH, "Choose what you are told"));
    }
}
