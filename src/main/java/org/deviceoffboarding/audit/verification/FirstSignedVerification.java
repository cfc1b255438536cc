package org.deviceoffboarding.audit.verification;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Verifies the whole log where portals of earlier versions verified it, which signed nothing: what they found proves nothing any more, so
 * that a misfit which was settled long ago would be told of until the next day's verification. A portal that starts asks for it; one of
 * them does it, beside everything else, and takes it up again where it was cut off.
 */
@Component
class FirstSignedVerification {

    /** Stored with the job: never renamed. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("verify-audit-log-signed");

    private final VerificationRepository verifications;
    private final VerificationRun run;
    private final JobQueue jobs;

    FirstSignedVerification(VerificationRepository verifications, VerificationRun run, JobQueue jobs) {
        this.verifications = verifications;
        this.run = run;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        if (isLacking()) {
            jobs.add(TASK.instance("first").build());
            jobs.wake();
        }
    }

    /** Verifies, unless it was done meanwhile: by whoever stops one that goes on, the next day's does it. */
    void verify(Progress progress) {
        if (isLacking()) {
            run.whole(Actor.PORTAL, progress);
        }
    }

    private boolean isLacking() {
        return verifications.known().isUnsignedOnly();
    }
}
