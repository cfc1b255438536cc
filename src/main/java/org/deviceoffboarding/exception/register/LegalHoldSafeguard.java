package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningInForce;
import org.deviceoffboarding.safeguard.Loosenings;
import org.deviceoffboarding.safeguard.NewLoosening;
import org.deviceoffboarding.safeguard.Safeguard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lifts legal holds when it is time. Their end cannot be changed, so that lifting is all that loosens them. */
@Component
class LegalHoldSafeguard implements Safeguard {

    static final String NAME = "legal-hold";

    private static final String OVER = "The legal hold is no longer in force.";

    private final ExceptionRepository exceptions;
    private final Loosenings loosenings;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalHoldSafeguard(
            ExceptionRepository exceptions,
            Loosenings loosenings,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exceptions = exceptions;
        this.loosenings = loosenings;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /** Proposes to lift a legal hold. */
    Loosening propose(DeviceException hold, String reason) {
        return loosenings.propose(new NewLoosening(
                NAME,
                Long.toString(hold.id()),
                0,
                reason,
                List.of("the legal hold '" + hold.reason() + "' for " + hold.what() + " is lifted, because: "
                        + reason)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle(Loosening loosening) {
        boolean inForce = exceptions
                .get(id(loosening))
                .filter(hold -> hold.state(clock.instant()) == ExceptionState.IN_FORCE)
                .isPresent();
        return inForce ? Optional.empty() : Optional.of(OVER);
    }

    @Override
    public void loosen(LooseningInForce inForce) {
        Loosening loosening = inForce.loosening();
        DeviceException lifted = exceptions
                .lift(id(loosening), loosening.proposal(), loosening.proposedBy(), clock.instant())
                .orElseThrow(() -> new ExceptionRefusedException(OVER));
        auditLog.record(inForce.by(), new ExceptionAction.Lifted(lifted, loosening.proposal()));
        events.publishEvent(new JudgingChanged());
    }

    private static long id(Loosening loosening) {
        return Long.parseLong(loosening.subject());
    }
}
