package org.deviceoffboarding.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.jobs.PortalBeat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells pages of what becomes of the file that the portal proves itself with, and of each day of the last on which its certificate is good. */
@Component
@ConditionalOnBooleanProperty(name = "portal.run-watch", matchIfMissing = true)
class ProofWatch {

    private static final Duration PACE = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(ProofWatch.class);

    private final AppProof proof;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PortalBeat beat = new PortalBeat("proof-watch", PACE, this::lookSafely);
    private @Nullable Seen told;

    ProofWatch(AppProof proof, ApplicationEventPublisher events, Clock clock) {
        this.proof = proof;
        this.events = events;
        this.clock = clock;
    }

    /** What pages say of it. */
    private record Seen(ProofState state, long daysLeft) {

        static Seen of(ProofState state, Instant now) {
            Instant end = state.validUntil();
            return new Seen(
                    state,
                    end != null && state.expiresSoon(now)
                            ? Math.floorDiv(
                                    Duration.between(now, end).toSeconds(),
                                    Duration.ofDays(1).toSeconds())
                            : Long.MAX_VALUE);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ProofState state = proof.state();
        if (state.expired(clock.instant())) {
            log.warn(
                    "The certificate that the portal proves itself with expired at {}: nobody can sign in, and nothing is read. Put a"
                            + " new one, with its key, into the file that PORTAL_TENANT_CERTIFICATE_FILE names.",
                    state.validUntil());
        }
        beat.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        beat.stop();
    }

    void look() {
        if (note(Seen.of(proof.state(), clock.instant()))) {
            events.publishEvent(new ProofChanged());
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Pages could not be told of what the portal proves itself with");
        }
    }

    /** Returns whether that is news; the first look is none. */
    private synchronized boolean note(Seen now) {
        boolean news = told != null && !told.equals(now);
        told = now;
        return news;
    }
}
