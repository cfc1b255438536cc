package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.deviceoffboarding.audit.ui.StartHold;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Repeats what exactly will happen to how many devices, and approves it. */
class ApproveDialog extends RequestDialog {

    private final ChangeRequest request;
    private final transient Recheck recheck;
    private final transient RestrictedCount restricted;
    private final String carriedOutAs;
    private final transient ApprovalService approvals;
    private final transient StartHold hold;
    private final Paragraph when = new Paragraph();
    private final KeptTexts kept;
    private final TextArea note = new TextArea("Note (optional)");
    private final Checkbox roleInUnits =
            new Checkbox("My role in Entra is assigned in the administrative units of these devices");

    /**
     * @param recheck with groups as they are now
     * @param restricted how many of its devices are in restricted administrative units, and in which
     * @param hold says when it begins
     * @param kept keeps the note
     */
    ApproveDialog(
            ChangeRequest request,
            Risk risk,
            Recheck recheck,
            RestrictedCount restricted,
            ApprovalService approvals,
            StartHold hold,
            KeptTexts kept,
            String carriedOutAs,
            Runnable done) {
        super("Approve: " + request.title() + "?", request.devices(), "Approve and " + what(request, recheck), done);
        this.request = request;
        this.recheck = recheck;
        this.restricted = restricted;
        this.carriedOutAs = carriedOutAs;
        this.approvals = approvals;
        this.hold = hold;
        this.kept = kept;
        if (request.action() == Action.DELETE) {
            markDestructive();
        }
        if (recheck.awaitsRun()
                || (!recheck.leftAlone().isEmpty() && recheck.flagged().isEmpty())) {
            disable();
        }
        LimitedText.limit(note, TextLimits.NOTE);
        refuseAt(note);
        note.setHelperText("Kept with the request and in the audit log.");
        kept.keep("note", note);
        Div warnings = RiskSection.warnings(request, risk);
        warnings.setVisible(warnings.getChildren().findAny().isPresent());
        when.setVisible(!recheck.awaitsRun());
        sayWhen();
        hold.follow(when, this::sayWhen);
        fill(facts(risk), when, new RecheckSection(request.action(), recheck), warnings, units(), kept, note);
    }

    /** It may change while the dialog is open. */
    private void sayWhen() {
        if (recheck.awaitsRun()) {
            return;
        }
        when.setText(hold.until().map(until -> "It begins " + until).orElse("It begins at once")
                + ". Each device is read again by its ID just before, and left alone if it is not as it was asked for. Afterwards each is"
                + " read back.");
    }

    private Div units() {
        Div units = new Div(
                Callout.attention(Amounts.devices(restricted.devices())
                        + " of these are in restricted management administrative units. Entra lets nobody change a device there but who"
                        + " has a role that is assigned in that unit, and refuses it otherwise."),
                new UnitList(restricted),
                roleInUnits);
        units.addClassName("stack");
        units.setVisible(restricted.devices() > 0);
        return units;
    }

    private static String what(ChangeRequest request, Recheck recheck) {
        return RequestSentences.inSentence(
                request.action(),
                recheck.leftAlone().isEmpty()
                        ? request.devices()
                        : recheck.flagged().size());
    }

    private Facts facts(Risk risk) {
        Facts facts = new Facts()
                .with("Devices", Amounts.devices(request.devices()) + ": " + RiskSection.kinds(risk))
                .with("What happens", request.action().meaning());
        if (risk.finalOnes() == 0) { // what is final stands among the warnings
            facts.with("Undo", RequestSentences.undo(request, risk));
        }
        return facts.with(
                "Carried out as",
                carriedOutAs + ": with your own identity and roles in Entra, whose audit log names you.");
    }

    @Override
    String doing() {
        return "Each of " + Amounts.devices(request.devices()) + " is looked at again.";
    }

    @Override
    Function<Progress, String> act() {
        String typed = note.getValue();
        RestrictedCount vouchedFor = roleInUnits.getValue() ? restricted : RestrictedCount.NONE;
        return progress -> {
            approvals.approve(request.id(), typed, recheck.leftAloneIds(), vouchedFor, progress);
            return "Approved. "
                    + hold.until().map(until -> "It begins " + until + ".").orElse("It is being carried out.");
        };
    }

    @Override
    void sent() {
        kept.sent();
    }
}
