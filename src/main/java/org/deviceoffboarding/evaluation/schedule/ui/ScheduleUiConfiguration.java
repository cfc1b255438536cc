package org.deviceoffboarding.evaluation.schedule.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The schedule's place among the settings, and where what the log tells of it is shown. */
@Configuration(proxyBeanMethods = false)
class ScheduleUiConfiguration {

    @Bean
    @Order(15)
    SettingsPage scheduleSettings() {
        return new SettingsPage("Schedule", ScheduleView.PATH);
    }

    @Bean
    SubjectPages schedulePage() {
        return SubjectPages.all("schedule", new SubjectPage(ScheduleView.PATH, "Schedule"));
    }
}
