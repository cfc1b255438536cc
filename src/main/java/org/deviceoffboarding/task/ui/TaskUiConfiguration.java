package org.deviceoffboarding.task.ui;

import org.deviceoffboarding.base.ui.SettingsPage;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where tasks are shown, for pages that know nothing of them, and what owners set for them. */
@Configuration(proxyBeanMethods = false)
class TaskUiConfiguration {

    @Bean
    SubjectPages taskPages() {
        return SubjectPages.named("task", TaskLink::page);
    }

    @Bean
    SubjectPages taskListPage() {
        return SubjectPages.all("tasks", new SubjectPage(TaskLink.PATH, "Tasks"));
    }

    @Bean
    SubjectPages teamPages() {
        return SubjectPages.all("team", new SubjectPage(TaskSettingsView.PATH, "Teams"));
    }

    @Bean
    @Order(55)
    SettingsPage taskSettingsPage() {
        return new SettingsPage("Tasks", TaskSettingsView.PATH);
    }
}
