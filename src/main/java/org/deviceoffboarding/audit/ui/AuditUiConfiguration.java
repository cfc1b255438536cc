package org.deviceoffboarding.audit.ui;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.deviceoffboarding.audit.lost.LostCheckpointsService;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.verification.VerificationService;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** What the log shows itself: itself, and people, each by what they did. */
@Configuration(proxyBeanMethods = false)
class AuditUiConfiguration {

    private static final Function<String, Optional<SubjectPage>> BY_PERSON =
            id -> Optional.of(new SubjectPage(AuditLink.narrowed("person", id), "By this person"));

    /** Each page has one of its own. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    VerificationPanel verificationPanel(
            VerificationService verifications,
            SealService seals,
            LostCheckpointsService losses,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        return new VerificationPanel(verifications, seals, losses, currentActor, openPages, clock);
    }

    @Bean
    SubjectPages personPages() {
        return SubjectPages.named("person", BY_PERSON);
    }

    @Bean
    SubjectPages identityPages() {
        return SubjectPages.named("identity", BY_PERSON);
    }

    @Bean
    SubjectPages auditPage() {
        return SubjectPages.all("audit", new SubjectPage(AuditLink.PATH, "Audit log"));
    }
}
