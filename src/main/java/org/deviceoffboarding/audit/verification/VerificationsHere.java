package org.deviceoffboarding.audit.verification;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The verification that somebody began in this portal, on a thread beside all pages. */
@Component
class VerificationsHere {

    private static final String ELSEWHERE =
            "Another verification goes on at the moment. Its outcome will be shown here; verify again if you need one of your own.";
    static final String UNKEPT =
            "The database does not keep what was found, or keeps something else: somebody has changed its tables. What is said here is what"
                    + " this portal computed.";
    private static final String FAILED =
            "The log could not be verified to its end: the portal's log says why. Nothing is known of it by this. Try again.";

    private static final Logger log = LoggerFactory.getLogger(VerificationsHere.class);

    private final VerificationRun run;
    private final ApplicationEventPublisher events;
    private volatile VerificationState state = VerificationState.NONE;
    private @Nullable Thread thread;

    VerificationsHere(VerificationRun run, ApplicationEventPublisher events) {
        this.run = run;
        this.events = events;
    }

    VerificationState state() {
        return state;
    }

    synchronized void start(Actor by) {
        if (!state.goesOn()) {
            state = new VerificationState(true, 0, 0, null);
            thread = Thread.ofPlatform().daemon().name("audit-verification").start(() -> verify(by));
            events.publishEvent(new VerificationChanged());
        }
    }

    synchronized void cancel() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        cancel();
    }

    private void verify(Actor by) {
        String trouble = null;
        try {
            Progress shown = this::show;
            Optional<LogVerification> verification = run.whole(by, shown);
            trouble = verification.isEmpty() ? ELSEWHERE : run.isUnkept() ? UNKEPT : null;
        } catch (CancellationException stopped) {
            trouble = "The verification was stopped.";
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("The audit log could not be verified");
            trouble = FAILED;
        } finally {
            end(trouble);
        }
    }

    void show(long done, long all) {
        state = new VerificationState(true, done, all, null);
        events.publishEvent(new VerificationProgressed());
    }

    synchronized void end(@Nullable String trouble) {
        thread = null;
        state = new VerificationState(false, 0, 0, trouble);
        events.publishEvent(new VerificationChanged());
    }
}
