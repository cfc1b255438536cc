package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.request.ChangeRequest;

/** Rejects a request, once the person has said why. */
class RejectDialog extends RequestDialog {

    private final ChangeRequest request;
    private final transient ApprovalService approvals;
    private final KeptTexts kept;
    private final TextArea note = new TextArea("Why is it rejected?");

    /** @param kept keeps the note */
    RejectDialog(ChangeRequest request, ApprovalService approvals, KeptTexts kept, Runnable done) {
        super("Reject: " + request.title() + "?", request.devices(), "Reject request", done);
        this.request = request;
        this.approvals = approvals;
        this.kept = kept;
        LimitedText.require(note, TextLimits.NOTE, "Say why you reject it, so that who asked knows what to change.");
        refuseAt(note);
        note.setHelperText("Whoever asked reads it, and knows what to change.");
        kept.keep("note", note);
        fill(
                new Paragraph("Nothing is done to its devices. " + PersonDisplay.name(request.requestedBy())
                        + " asked for it and can ask anew."),
                kept,
                note);
    }

    @Override
    Function<Progress, String> act() {
        String typed = note.getValue();
        return progress -> {
            approvals.reject(request.id(), typed);
            return "Rejected. Nothing is done to its devices.";
        };
    }

    @Override
    void sent() {
        kept.sent();
    }
}
