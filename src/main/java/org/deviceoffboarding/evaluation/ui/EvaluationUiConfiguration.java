package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what the log tells of runs is shown. */
@Configuration(proxyBeanMethods = false)
class EvaluationUiConfiguration {

    @Bean
    SubjectPages runPages() {
        return SubjectPages.numbered("run", id -> new SubjectPage(RunLink.path(id), "Run " + id));
    }
}
