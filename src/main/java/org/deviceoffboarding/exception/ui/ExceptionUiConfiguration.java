package org.deviceoffboarding.exception.ui;

import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where exceptions are shown, for pages that know nothing of them. */
@Configuration(proxyBeanMethods = false)
class ExceptionUiConfiguration {

    private static final SubjectPage EXCEPTIONS = new SubjectPage(ExceptionsView.PATH, "Exceptions");

    @Bean
    SubjectPages exceptionPage() {
        return SubjectPages.all("exception", EXCEPTIONS);
    }

    @Bean
    SubjectPages exceptionsPage() {
        return SubjectPages.all("exceptions", EXCEPTIONS);
    }
}
