package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.remediation.request.RequestRefusedException;

/** Why an action is asked for; kept while it is typed. */
class AskReason extends Div {

    private final TextArea reason = new TextArea("Reason");
    private final KeptTexts kept;

    AskReason(KeptTexts kept) {
        this.kept = kept;
        addClassName("form");
        LimitedText.require(
                reason,
                TextLimits.REASON,
                "Give a reason: whoever approves it, and whoever reads the audit log, needs it.");
        reason.setWidthFull();
        reason.setHelperText(
                "Whoever approves it sees it, and it stays in the audit log, such as: replaced, ticket 4711");
        kept.keep("reason", reason);
        add(kept, reason);
    }

    /** Returns the field, for errors to stand at. */
    FormFields fields() {
        return new FormFields().with(RequestRefusedException.REASON, reason);
    }

    String value() {
        return reason.getValue();
    }

    /** It was asked for. */
    void sent() {
        kept.sent();
    }
}
