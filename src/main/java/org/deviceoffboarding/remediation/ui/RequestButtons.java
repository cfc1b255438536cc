package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.ui.StartHold;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.asking.UndoButton;
import org.springframework.stereotype.Component;

/** The buttons of a request's page, as far as its status and the person signed in allow. The primary one is the last. */
@Component
class RequestButtons {

    private final RequestQueryService requests;
    private final RecheckService rechecks;
    private final ApprovalService approvals;
    private final RequestSubmissionService submissions;
    private final ApprovalPermissions permissions;
    private final ActionSignIn signIn;
    private final StartHold hold;
    private final UndoButton undo;
    private final List<RequestAddition> additions;
    private final TextKeeping texts;
    private final CurrentActor currentActor;

    RequestButtons(
            RequestQueryService requests,
            RecheckService rechecks,
            ApprovalService approvals,
            RequestSubmissionService submissions,
            ApprovalPermissions permissions,
            ActionSignIn signIn,
            StartHold hold,
            UndoButton undo,
            List<RequestAddition> additions,
            TextKeeping texts,
            CurrentActor currentActor) {
        this.requests = requests;
        this.rechecks = rechecks;
        this.approvals = approvals;
        this.submissions = submissions;
        this.permissions = permissions;
        this.signIn = signIn;
        this.hold = hold;
        this.undo = undo;
        this.additions = additions;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    /** What an approver is shown of a request before they approve it. */
    private record Looked(Recheck recheck, Risk risk, RestrictedCount restricted) {}

    /**
     * @param awaitsRun whether nobody can approve it yet, for a reason that the page says
     * @param done called after something was done with the request
     */
    List<Button> of(ChangeRequest request, boolean awaitsRun, Runnable done) {
        return Stream.concat(
                        additions.stream().flatMap(each -> each.create(request).stream()),
                        own(request, awaitsRun, done).stream())
                .toList();
    }

    private List<Button> own(ChangeRequest request, boolean awaitsRun, Runnable done) {
        return switch (request.status()) {
            case WAITING -> waiting(request, awaitsRun, done);
            case RUNNING, BLOCKED -> carriedOut(request, done);
            case DONE -> undo.of(request, done).stream().toList();
            case REJECTED, EXPIRED, WITHDRAWN -> List.of();
        };
    }

    private List<Button> waiting(ChangeRequest request, boolean awaitsRun, Runnable done) {
        List<Button> buttons = new ArrayList<>();
        if (currentActor.may(Capability.WITHDRAW_ANY)
                || (currentActor.may(Capability.ASK_FOR_ACTIONS) && permissions.isOwn(request))) {
            buttons.add(new Button("Withdraw…", click -> new WithdrawDialog(request, submissions, done).open()));
        }
        if (permissions.decides(request)) {
            buttons.add(new Button("Reject…", click -> reject(request, done)));
        }
        if (permissions.decides(request) && signIn.present()) {
            Button approve = primary(new Button("Approve…", click -> approve(request, done)));
            approve.setEnabled(!awaitsRun);
            buttons.add(approve);
        }
        return buttons;
    }

    private void reject(ChangeRequest request, Runnable done) {
        new RejectDialog(request, approvals, texts.at("reject:" + request.id()), done).open();
    }

    private void approve(ChangeRequest request, Runnable done) {
        WorkDialog.before(
                "Approve: " + request.title() + "?",
                "Each of " + Amounts.devices(request.devices()) + " is looked at: is it still flagged?",
                request.devices(),
                progress -> look(request, progress),
                looked -> approve(request, looked, done));
    }

    /** All of it looks at each device, and a request may hold very many. */
    private Looked look(ChangeRequest request, Progress progress) {
        return new Looked(
                rechecks.of(request, Freshness.NOW, progress), requests.risk(request), rechecks.restricted(request));
    }

    private void approve(ChangeRequest request, Looked looked, Runnable done) {
        new ApproveDialog(
                        request,
                        looked.risk(),
                        looked.recheck(),
                        looked.restricted(),
                        approvals,
                        hold,
                        texts.at("approve:" + request.id()),
                        PersonDisplay.name(currentActor.get()),
                        done)
                .open();
    }

    private List<Button> carriedOut(ChangeRequest request, Runnable done) {
        List<Button> buttons = new ArrayList<>();
        if (currentActor.may(Capability.ASK_FOR_ACTIONS)) {
            buttons.add(new Button(
                    "Stop…", click -> new StopDialog(request, requests.progress(request), submissions, done).open()));
        }
        if (request.status() == RequestStatus.BLOCKED && permissions.approves()) {
            Button again = new Button("Try again", click -> tryAgain(request, done));
            buttons.add(signIn.present() ? primary(again) : again);
        }
        return buttons;
    }

    private void tryAgain(ChangeRequest request, Runnable done) {
        try {
            approvals.tryAgain(request.id());
            Notices.info(hold.until().map(until -> "It goes on " + until + ".").orElse("It goes on."));
        } catch (RequestRefusedException e) {
            Notices.problem(e.reason());
        }
        done.run();
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
