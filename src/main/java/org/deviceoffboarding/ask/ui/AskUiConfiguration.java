package org.deviceoffboarding.ask.ui;

import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where saved questions are shown, for pages that know nothing of them. */
@Configuration(proxyBeanMethods = false)
class AskUiConfiguration {

    @Bean
    SubjectPages questionPages() {
        return SubjectPages.numbered("question", id -> new SubjectPage(AskLink.path(id), "Question " + id));
    }
}
