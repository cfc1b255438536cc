package org.deviceoffboarding.remediation.execution;

import java.util.EnumSet;
import java.util.Set;
import org.deviceoffboarding.remediation.request.RequestStatus;

/**
 * Every way in which a change request comes to a status. {@link RequestTransitions} takes them, and nobody else.
 * {@code src/docs/transitions.md} is drawn from this table.
 */
public enum RequestTransition {
    SUBMIT(
            EnumSet.noneOf(RequestStatus.class),
            RequestStatus.WAITING,
            "an operator",
            "the request with its devices, each as it was shown; when it expires"),
    SUBMIT_WITHOUT_APPROVAL(
            EnumSet.noneOf(RequestStatus.class),
            RequestStatus.RUNNING,
            "an operator, where an owner lets so few devices go without approval",
            "the request with its devices, each as it was shown; who asked as who decided; the job"),
    APPROVE(
            EnumSet.of(RequestStatus.WAITING),
            RequestStatus.RUNNING,
            "an approver who did not ask for it, before it expires",
            "who decided, when, with which note; the job"),
    REJECT(
            EnumSet.of(RequestStatus.WAITING),
            RequestStatus.REJECTED,
            "an approver who did not ask for it, before it expires",
            "who decided, when, and why; its devices are dropped"),
    WITHDRAW(
            EnumSet.of(RequestStatus.WAITING),
            RequestStatus.WITHDRAWN,
            "who asked for it, or an owner",
            "when; its devices are dropped"),
    EXPIRE(
            EnumSet.of(RequestStatus.WAITING),
            RequestStatus.EXPIRED,
            "the portal, three days after it was asked for",
            "when; its devices are dropped"),
    STOP(
            EnumSet.of(RequestStatus.RUNNING, RequestStatus.BLOCKED),
            RequestStatus.RUNNING,
            "an operator",
            "the devices that wait are dropped; what was sent is found out; the job"),
    BLOCK(
            EnumSet.of(RequestStatus.RUNNING),
            RequestStatus.BLOCKED,
            "the portal, where a permission, a role or a sign-in is missing, or its clock is wrong",
            "what is missing or wrong, and what to do"),
    TRY_AGAIN(
            EnumSet.of(RequestStatus.BLOCKED),
            RequestStatus.RUNNING,
            "an approver, once who approved it has signed in for actions",
            "nothing is missing or wrong any more; the job"),
    FINISH(
            EnumSet.of(RequestStatus.RUNNING),
            RequestStatus.DONE,
            "the portal, once all its devices have ended",
            "when, with how many devices ended in which state");

    private final Set<RequestStatus> from;
    private final RequestStatus to;
    private final String who;
    private final String stored;

    RequestTransition(Set<RequestStatus> from, RequestStatus to, String who, String stored) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.who = who;
        this.stored = stored;
    }

    /** Returns where it leads from; empty for a request that begins with it. */
    public Set<RequestStatus> from() {
        return from;
    }

    /** Returns where it leads to. */
    public RequestStatus to() {
        return to;
    }

    /** Returns who may take it, and when, in words. Each service that takes it holds to that. */
    public String who() {
        return who;
    }

    /** Returns what is stored beside the status, in words; an audit entry always is. */
    public String stored() {
        return stored;
    }
}
