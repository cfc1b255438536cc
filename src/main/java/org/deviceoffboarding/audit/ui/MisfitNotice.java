package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.verification.LogVerification;
import org.deviceoffboarding.audit.verification.VerificationChanged;
import org.deviceoffboarding.audit.verification.VerificationService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.springframework.core.annotation.Order;

/** Says above every page, to owners and auditors, that the log is not as it was sealed, until all of it is verified and good. */
@org.springframework.stereotype.Component
@Order(5)
class MisfitNotice implements ShellSection {

    private final VerificationService verifications;
    private final SealService seals;
    private final CurrentActor currentActor;
    private final OpenPages openPages;

    MisfitNotice(VerificationService verifications, SealService seals, CurrentActor currentActor, OpenPages openPages) {
        this.verifications = verifications;
        this.seals = seals;
        this.currentActor = currentActor;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<String> sentence() {
        if (!currentActor.may(Capability.EXPORT_AUDIT_LOG)) {
            return Optional.empty();
        }
        List<String> locked = seals.locked();
        return locked.isEmpty()
                ? verifications.misfit().map(MisfitNotice::sentence)
                : Optional.of("The audit log can't be read now. " + locked.getFirst());
    }

    private static String sentence(LogVerification misfit) {
        return MisfitHeading.of("audit log", misfit) + ". " + misfit.sentence();
    }

    private class Line extends Div implements AfterNavigationObserver {

        private transient Optional<String> said = Optional.empty();

        Line() {
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "alert");
            setVisible(false);
            openPages.follow(this, VerificationChanged.class, this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            Optional<String> sentence = sentence();
            if (!sentence.equals(said)) {
                said = sentence;
                removeAll();
                setVisible(sentence.isPresent());
                sentence.ifPresent(this::fill);
            }
        }

        private void fill(String sentence) {
            Span text = new Span(TimesInText.local(sentence));
            text.addClassName("notice-text");
            add(text, new Anchor(AuditLink.PATH, "Open the audit log"));
        }
    }
}
