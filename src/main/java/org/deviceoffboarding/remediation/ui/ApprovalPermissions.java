package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.person.ui.WhoCould;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What the person signed in can decide about. The services hold the rules; pages offer nothing that they would refuse. */
@Component
class ApprovalPermissions {

    /** More requests never wait at once in practice; what is beyond is in the list all the same. */
    private static final int MOST = 1_000;

    private final RequestQueryService requests;
    private final WhoCould whoCould;
    private final CurrentActor currentActor;
    private final Clock clock;

    ApprovalPermissions(RequestQueryService requests, WhoCould whoCould, CurrentActor currentActor, Clock clock) {
        this.requests = requests;
        this.whoCould = whoCould;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns whether the person may approve what others ask for. */
    boolean approves() {
        return currentActor.may(Capability.DECIDE);
    }

    /** Returns whether the person may ask for actions. */
    boolean asks() {
        return currentActor.may(Capability.ASK_FOR_ACTIONS);
    }

    /** Returns whether the person asked for it. */
    boolean isOwn(ChangeRequest request) {
        return request.requestedBy().id().equals(currentActor.get().id());
    }

    /** Returns whether it waits, and has waited for too long to be decided about. */
    boolean isOverdue(ChangeRequest request) {
        return request.status() == RequestStatus.WAITING && !clock.instant().isBefore(request.expiresAt());
    }

    /** Returns whether the person may approve or reject it. */
    boolean decides(ChangeRequest request) {
        return approves() && request.status() == RequestStatus.WAITING && !isOwn(request) && !isOverdue(request);
    }

    /** Returns whether the person approved it, or asked for it where nobody had to, so that it is carried out with their identity. */
    boolean approved(ChangeRequest request) {
        return request.decision() != null
                && request.decision().by().id().equals(currentActor.get().id());
    }

    /** Returns where a request stands, as the person sees it. */
    Badge pill(ChangeRequest request) {
        String word = request.status().label();
        return switch (request.status()) {
            case WAITING -> waiting(request);
            case RUNNING -> Pill.progress(word);
            case BLOCKED -> Pill.bad(word);
            case DONE -> Pill.good(word);
            case REJECTED, EXPIRED, WITHDRAWN -> Pill.neutral(word);
        };
    }

    private Badge waiting(ChangeRequest request) {
        if (decides(request)) {
            return Pill.progress("Waiting for you");
        }
        return approves() && isOwn(request)
                ? Pill.neutral("Waiting for someone else")
                : Pill.neutral(request.status().label());
    }

    /** Returns who may decide about a request, kept up to date; nothing where nobody can any more. */
    Optional<com.vaadin.flow.component.Component> whoDecides(ChangeRequest request) {
        if (request.status() != RequestStatus.WAITING || isOverdue(request)) {
            return Optional.empty();
        }
        Div who = new Div();
        fill(who, request);
        whoCould.follow(who, () -> fill(who, request));
        return Optional.of(who);
    }

    private void fill(Div who, ChangeRequest request) {
        who.removeAll();
        who.add(whoCould.names(Roles.APPROVER, request.requestedBy().id())
                .<com.vaadin.flow.component.Component>map(names -> new Paragraph(names + " can decide about this."))
                .orElseGet(() -> Callout.attention(
                        "Nobody but who asked for this has the role Approver and has signed in within 90 days. Without"
                                + " another approver it expires.")));
    }

    /** Returns what waits for approval now. */
    Waiting waiting() {
        List<ChangeRequest> all = allWaiting();
        return new Waiting(
                all.size(),
                all.stream().filter(this::decides).count(),
                all.stream().filter(this::isOwn).count());
    }

    /** Returns what waits for the person to approve or reject it. */
    List<ChangeRequest> toDecide() {
        return allWaiting().stream().filter(this::decides).toList();
    }

    private List<ChangeRequest> allWaiting() {
        return requests
                .find(new RequestFilter("", null, RequestStatus.WAITING, null), PageRequest.ofSize(MOST))
                .stream()
                .filter(request -> !isOverdue(request))
                .toList();
    }

    /**
     * How many requests wait for approval.
     *
     * @param forMe those that the person may decide about
     * @param own those that the person asked for
     */
    record Waiting(long all, long forMe, long own) {}
}
