package org.deviceoffboarding.suggestion.ui;

import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where suggestions are shown, for pages that know nothing of them. */
@Configuration(proxyBeanMethods = false)
class SuggestionUiConfiguration {

    @Bean
    SubjectPages suggestionPages() {
        return SubjectPages.numbered("suggestion", id -> new SubjectPage(SuggestionLink.path(id), "Suggestion " + id));
    }
}
