package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests from status to status, as {@link RequestTransition} lists, each with its audit entry, and with the job of a
 * request that is carried out from then on. All in the caller's transaction; after its commit the caller tells
 * {@link RequestNews}. Who acts is the person signed in; whether that person may is the caller's to know. Where someone else was faster, each throws
 * {@link org.springframework.dao.OptimisticLockingFailureException}, and where the database's own rules are broken
 * {@link org.springframework.dao.DataIntegrityViolationException}; the transaction is then of no more use.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RequestTransitions {

    private final RequestStore requests;
    private final DeviceTransitions devices;
    private final JobQueue jobs;
    private final RequestEntries entries;
    private final NoticeOutbox notices;
    private final PersonNames names;
    private final CurrentActor currentActor;
    private final Clock clock;

    RequestTransitions(
            RequestStore requests,
            DeviceTransitions devices,
            JobQueue jobs,
            RequestEntries entries,
            NoticeOutbox notices,
            PersonNames names,
            CurrentActor currentActor,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.jobs = jobs;
        this.entries = entries;
        this.notices = notices;
        this.names = names;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Returns a request that stands where a transition leads from.
     *
     * @throws RequestRefusedException if there is none, or it stands elsewhere
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ChangeRequest requireReady(long requestId, RequestTransition transition) {
        ChangeRequest request = requests.get(requestId)
                .orElseThrow(() -> new RequestRefusedException("There is no request " + requestId + "."));
        if (!transition.from().contains(request.status())) {
            throw new RequestRefusedException("It is too late for that: the request is '"
                    + request.status().label() + "' by now. The page shows how it stands.");
        }
        return request;
    }

    /**
     * Stores what somebody asks for, whose devices are {@linkplain #add added} next. It counts once it is {@linkplain #submit
     * submitted}, in the same transaction.
     *
     * @param wanted its ID and version do not count
     * @return the request as it was stored
     */
    public ChangeRequest begin(ChangeRequest wanted) {
        if (!wanted.requestedBy().equals(currentActor.get())) {
            throw new IllegalArgumentException("Nobody asks in somebody else's name");
        }
        return requests.get(requests.add(wanted)).orElseThrow();
    }

    /** Adds devices to a request that was begun. */
    public void add(ChangeRequest begun, List<DeviceSnapshot> some) {
        devices.add(begun.id(), some, begun.requestedAt());
    }

    /** Lets a request that was begun, and has all its devices, wait for approval or, where it needs none, be carried out. */
    public void submit(ChangeRequest begun) {
        if (begun.status() == RequestTransition.SUBMIT_WITHOUT_APPROVAL.to()) {
            jobs.add(RequestTask.of(begun.id()));
        }
        entries.recordAll(begun.requestedBy(), begun, all -> new RequestAction.Asked(begun, all));
        if (begun.needsApproval()) {
            notices.tell(begun.requestedBy(), RequestNotice.approvalWanted(begun, names));
        }
    }

    /**
     * Lets a request be carried out with the identity of whoever decided.
     *
     * @param leftAlone how many of its devices are no longer flagged by what is in force, as whoever decided saw
     * @param roleInUnits whether whoever decided said that their role is assigned in the restricted units of its devices
     * @param units the names of these units, as far as whoever decided saw them
     */
    public void approve(ChangeRequest waiting, String note, int leftAlone, boolean roleInUnits, List<String> units) {
        Decision decision = decision(note);
        requests.decide(waiting, RequestTransition.APPROVE, decision);
        if (roleInUnits) {
            requests.noteRoleInUnits(waiting.id());
        }
        jobs.add(RequestTask.of(waiting.id()));
        entries.recordAll(
                decision.by(),
                waiting,
                all -> new RequestAction.Approved(waiting, leftAlone, roleInUnits, units, decision.note(), all));
        tellDecided(waiting, decision, "approved");
    }

    /** Ends a request that somebody decided against; nothing is done to its devices. */
    public void reject(ChangeRequest waiting, String note) {
        Decision decision = decision(note);
        requests.decide(waiting, RequestTransition.REJECT, decision);
        devices.drop(waiting.id(), "The request was rejected.", decision.at());
        entries.recordAll(decision.by(), waiting, all -> new RequestAction.Rejected(waiting, decision.note(), all));
        tellDecided(waiting, decision, "rejected");
    }

    private void tellDecided(ChangeRequest waiting, Decision decision, String how) {
        notices.tell(decision.by(), RequestNotice.decided(waiting, decision.by(), how, decision.note(), names));
    }

    private Decision decision(String note) {
        return new Decision(currentActor.get(), clock.instant(), note);
    }

    /** Remembers that somebody was refused to decide; the request stays as it is. */
    public void refuse(ChangeRequest waiting, String why) {
        entries.record(currentActor.get(), new RequestAction.Refused(waiting, why));
    }

    /** Ends a request that nobody has decided about; nothing is done to its devices. */
    public void withdraw(ChangeRequest waiting) {
        Instant now = clock.instant();
        requests.become(waiting, RequestTransition.WITHDRAW, null, now);
        devices.drop(waiting.id(), "The request was withdrawn.", now);
        Actor by = currentActor.get();
        entries.recordAll(by, waiting, all -> new RequestAction.Withdrawn(waiting, all));
        notices.tell(by, RequestNotice.decided(waiting, by, "withdrew", "", names));
    }

    /** Lets nothing more be sent to Entra; what was sent already is found out and read back. */
    public void stop(ChangeRequest running) {
        Actor by = currentActor.get();
        Instant now = clock.instant();
        requests.become(running, RequestTransition.STOP, null, now);
        int dropped = devices.drop(running.id(), by.name() + " stopped the request.", now);
        jobs.add(RequestTask.of(running.id()));
        entries.recordDropped(by, running, dropped, each -> new RequestAction.Stopped(running, dropped, each));
        notices.tell(by, RequestNotice.stopped(running, by, dropped, names));
    }

    /** Lets a request go on that waited for a person. */
    public void tryAgain(ChangeRequest blocked) {
        requests.become(blocked, RequestTransition.TRY_AGAIN, null, clock.instant());
        jobs.add(RequestTask.of(blocked.id()));
        entries.record(currentActor.get(), new RequestAction.TriedAgain(blocked));
    }

    /** Ends a request that nobody decided about in time. */
    void expire(ChangeRequest waiting) {
        Instant now = clock.instant();
        requests.become(waiting, RequestTransition.EXPIRE, null, now);
        devices.drop(waiting.id(), "Nobody decided about the request in time.", now);
        entries.recordAll(Actor.PORTAL, waiting, all -> new RequestAction.Expired(waiting, all));
        notices.tell(Actor.PORTAL, RequestNotice.expired(waiting, names));
    }

    /**
     * Lets a request wait for a person.
     *
     * @param why sentences that say what to do
     * @param permission that Microsoft Graph wants, where it refused to be read; null where it is something else
     * @param refusal what Microsoft said, where it refused; null where it is something else
     */
    void block(ChangeRequest running, String why, @Nullable String permission, @Nullable SignInRefusal refusal) {
        become(running, RequestTransition.BLOCK, why, new RequestAction.Blocked(running, why, permission, refusal));
        notices.tell(Actor.PORTAL, RequestNotice.blocked(running, why));
    }

    /** Ends a request whose devices all have ended. */
    void finish(ChangeRequest running) {
        RequestProgress progress = new RequestProgress(devices.countByState(running.id()), null);
        become(running, RequestTransition.FINISH, null, new RequestAction.Done(running, progress));
        notices.tell(Actor.PORTAL, RequestNotice.done(running, progress, names));
    }

    private void become(
            ChangeRequest request, RequestTransition transition, @Nullable String problem, RequestAction action) {
        requests.become(request, transition, problem, clock.instant());
        entries.record(Actor.PORTAL, action);
    }
}
