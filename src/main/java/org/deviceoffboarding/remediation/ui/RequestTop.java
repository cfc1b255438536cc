package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.ui.AuditLink;
import org.deviceoffboarding.audit.ui.EvidenceLinks;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.jspecify.annotations.Nullable;

/**
 * The page of a request above its devices. What only counts on is brought up to date in place; the parts are arranged anew
 * only where the request came to another status, so that nobody loses their place.
 */
class RequestTop extends Composite<Div> {

    private final transient RequestQueryService requests;
    private final transient RequestButtons buttons;
    private final transient ApprovalPermissions permissions;
    private final transient ActionSignIn signIn;
    private final transient EvidenceLinks evidence;
    private final transient Clock clock;
    private final Span status = new Span();
    private final RecheckSection recheck = new RecheckSection();
    private final RiskSection risk = new RiskSection();
    private final ProgressSection progress = new ProgressSection();
    private final Optional<ActionSignInPanel> signInPanel;
    private @Nullable Arranged arranged;

    RequestTop(
            long requestId,
            RequestQueryService requests,
            RequestButtons buttons,
            ApprovalPermissions permissions,
            ActionSignIn signIn,
            EvidenceLinks evidence,
            Clock clock) {
        this.requests = requests;
        this.buttons = buttons;
        this.permissions = permissions;
        this.signIn = signIn;
        this.evidence = evidence;
        this.clock = clock;
        this.signInPanel =
                signIn.allowed() ? Optional.of(signIn.part("/" + RequestLink.path(requestId))) : Optional.empty();
        status.addClassName("visually-hidden");
        status.getElement().setAttribute("role", "status");
        getContent().addClassName("stack");
    }

    /** @param done called after something was done with the request */
    void show(ChangeRequest request, Recheck rechecked, Runnable done) {
        status.setText(request.status().label());
        recheck.show(request.action(), rechecked);
        progress.show(request, requests.progress(request));
        Arranged now = new Arranged(
                request.version(),
                permissions.isOverdue(request),
                signsIn(request) && signIn.present(),
                signsIn(request) && signIn.accepted(),
                rechecked.awaitsRun());
        boolean change = !now.equals(arranged);
        if (change || request.status() == RequestStatus.WAITING) {
            Risk known = requests.risk(request);
            risk.show(request, known);
            if (change) {
                arrange(request, known, rechecked.awaitsRun(), done);
                arranged = now;
            }
        }
    }

    private void arrange(ChangeRequest request, Risk known, boolean awaitsRun, Runnable done) {
        List<Component> all = new ArrayList<>();
        PageHeader header = new PageHeader(request.title()).withState(permissions.pill(request), number(request));
        buttons.of(request, awaitsRun, done).forEach(header::withActions);
        all.add(header);
        all.add(status);
        hindrance(request).ifPresent(all::add);
        permissions.whoDecides(request).ifPresent(all::add);
        signInPanel.filter(part -> signsIn(request)).ifPresent(all::add);
        switch (request.status()) {
            case WAITING -> all.addAll(List.of(recheck, risk));
            case BLOCKED -> all.addAll(List.of(recheck, risk, progress));
            case RUNNING, DONE -> all.add(progress);
            case REJECTED, EXPIRED, WITHDRAWN -> {}
        }
        Section asked = new AskedForSection(request, known, clock.instant())
                .withSuffix(AuditLink.about("request:" + request.id(), "All on record about it"));
        asked.add(evidence.request(request.id()));
        all.add(asked);
        getContent().removeAll();
        getContent().add(all);
    }

    /** Returns whether it matters here that the person is signed in for actions. */
    private boolean signsIn(ChangeRequest request) {
        return permissions.decides(request)
                || (signIn.allowed() && request.status() == RequestStatus.BLOCKED && permissions.approved(request));
    }

    /** Returns why the request does not go on, or the person can't decide about it. */
    private Optional<Component> hindrance(ChangeRequest request) {
        if (request.status() == RequestStatus.BLOCKED) {
            return Optional.of(blocked(request).saidAs("status"));
        }
        if (permissions.isOverdue(request)) {
            return Optional.of(Callout.attention(
                            "It waited for three days and can no longer be decided about. What it rests on is old: run again, then ask anew.")
                    .saidAs("status"));
        }
        return request.status() == RequestStatus.WAITING && permissions.approves() && permissions.isOwn(request)
                ? Optional.of(Callout.attention(
                                "You asked for this yourself, so another approver has to decide. Nobody decides about their own request, whatever roles they have.")
                        .saidAs("status"))
                : Optional.empty();
    }

    /** Where all it lacks is a sign-in of the person who looks, the part below has the reason, if that is still so. */
    private Callout blocked(ChangeRequest request) {
        if (!signsIn(request) || !AwaitedSignIn.isAllThatLacks(request)) {
            return Callout.bad("It does not go on. " + request.problem());
        }
        String next = permissions.approves() ? "press “Try again”." : "an approver has to press “Try again”.";
        return signIn.accepted()
                ? Callout.attention(
                        "It stopped for want of your sign-in for actions, and you have signed in since. To let it go on, "
                                + next)
                : Callout.bad("It does not go on: you have to sign in for actions again. Then " + next);
    }

    private static Span number(ChangeRequest request) {
        Span number = new Span("Request " + request.id());
        number.addClassName("dim");
        return number;
    }

    /** What decides which parts there are. */
    private record Arranged(long version, boolean overdue, boolean signedIn, boolean accepted, boolean awaitsRun) {}
}
