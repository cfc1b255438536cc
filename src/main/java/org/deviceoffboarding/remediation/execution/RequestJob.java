package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.delegation.ActionIdentityMissingException;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.graph.ClockDriftException;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.graph.pace.WriteRateLimiter;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries a request out a batch at a time, for as long as something is to be done now, and says when to go on. What is
 * known of each device is stored before and after Entra is asked, so that it can be cut off anywhere; the truth is then read
 * from Entra.
 */
@Component
class RequestJob {

    /** After a fault that passes, such as Graph being away. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** While the portal waits for an owner. */
    private static final Duration HELD = Duration.ofSeconds(10);

    private static final String RESTORED =
            "The database was restored from a backup, or is another than the checkpoints beside it are of. Nothing is sent to Entra until an owner has confirmed what is open in it; then the"
                    + " portal goes on by itself.";

    private static final String UNEXPECTED =
            "Something unexpected happened. The portal's log has the details for request %d. Look there, then try again.";

    private static final Logger log = LoggerFactory.getLogger(RequestJob.class);

    private final RequestStore requests;
    private final DeviceTransitions devices;
    private final BatchSender sender;
    private final InDoubtResolution inDoubt;
    private final Verification verification;
    private final RequestEnd end;
    private final WriteRateLimiter limiter;
    private final RestoredDatabase restored;
    private final Clock clock;

    RequestJob(
            RequestStore requests,
            DeviceTransitions devices,
            BatchSender sender,
            InDoubtResolution inDoubt,
            Verification verification,
            RequestEnd end,
            WriteRateLimiter limiter,
            RestoredDatabase restored,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.sender = sender;
        this.inDoubt = inDoubt;
        this.verification = verification;
        this.end = end;
        this.limiter = limiter;
        this.restored = restored;
        this.clock = clock;
    }

    /**
     * Carries out what can be done now.
     *
     * @param stopping whether the portal is about to stop; the request then goes on after its start
     * @return when to go on; null if the request has ended, or waits for a person
     */
    @Nullable
    Instant execute(long requestId, BooleanSupplier stopping) {
        while (true) {
            ChangeRequest request = requests.get(requestId)
                    .filter(each -> each.status() == RequestStatus.RUNNING)
                    .orElse(null);
            if (request == null) {
                return null;
            }
            if (stopping.getAsBoolean()) {
                return clock.instant();
            }
            Instant next = held(request) ? clock.instant().plus(HELD) : go(request, stopping);
            if (next == null || next.isAfter(clock.instant())) {
                return next;
            }
        }
    }

    /** Before each batch: what a restored backup takes for open may have been stopped or rejected since. */
    private boolean held(ChangeRequest request) {
        boolean held = restored.holds();
        if (held || RESTORED.equals(request.problem())) {
            end.note(request, held ? RESTORED : null);
        }
        return held;
    }

    /** Returns when to go on, which may be now; null if it has ended or waits for a person. */
    private @Nullable Instant go(ChangeRequest request, BooleanSupplier stopping) {
        try {
            return step(request);
        } catch (GraphPermissionMissingException | GraphSignInExpiredException e) {
            return end.block(request, e.reason(), e);
        } catch (ClockDriftException e) {
            return end.block(request, e.reason() + " Then try again.");
        } catch (StepsNotTickedException e) {
            return end.block(request, e.reason());
        } catch (DecisionsUnreadableException e) {
            return isPassing(e) ? later(request, e, e.reason()) : end.block(request, e.reason(), e);
        } catch (AgentMissingException | ActionIdentityMissingException e) {
            return end.block(request, String.valueOf(e.getMessage()));
        } catch (GraphUnavailableException | GraphAnswerException e) {
            if (stopping.getAsBoolean()) {
                throw e;
            }
            return later(request, e, e.reason());
        } catch (RuntimeException e) {
            if (stopping.getAsBoolean() || PassingFaults.arePassing(e)) {
                throw e; // carried out again, as after a restart
            }
            log.atError().setCause(e).addKeyValue("request", request.id()).log("A request met something unexpected");
            return end.block(request, UNEXPECTED.formatted(request.id()));
        }
    }

    /** What Graph does not answer at the moment is asked again; all else has to be put right by somebody. */
    private static boolean isPassing(DecisionsUnreadableException unreadable) {
        return Stream.<@Nullable Throwable>iterate(
                        unreadable, Objects::nonNull, each -> each == null ? null : each.getCause())
                .anyMatch(GraphUnavailableException.class::isInstance);
    }

    private Instant later(ChangeRequest request, RuntimeException fault, String reason) {
        log.atWarn().setCause(fault).addKeyValue("request", request.id()).log("A request waits for Graph");
        end.note(request, reason + " The portal goes on by itself.");
        return clock.instant().plus(PAUSE);
    }

    private @Nullable Instant step(ChangeRequest request) {
        Instant now = clock.instant();
        if (inDoubt.step(request, now)) {
            return now;
        }
        Instant slot = slot(request, now);
        if (slot != null && !slot.isAfter(now)) {
            return sender.step(request, now);
        }
        if (verification.step(request, now)) {
            return now;
        }
        Instant due = devices.nextDue(request.id(), now);
        if (slot == null && due == null) {
            return end.done(request);
        }
        return Stream.of(slot, due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Returns from when on the next batch may be sent; null if nothing waits to be. */
    private @Nullable Instant slot(ChangeRequest request, Instant now) {
        if (request.slotAt() != null) {
            return request.slotAt();
        }
        int waiting = Math.min(BatchSender.BATCH, devices.countDue(request.id(), now));
        if (waiting == 0) {
            return null;
        }
        Instant slot = limiter.roomAt(request.carriedOutAs().id(), waiting);
        requests.plan(request.id(), slot);
        return slot;
    }
}
