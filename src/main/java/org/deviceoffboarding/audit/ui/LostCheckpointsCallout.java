package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.deviceoffboarding.audit.lost.LostCheckpoints;
import org.deviceoffboarding.audit.lost.LostCheckpointsService;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** That checkpoints were lost outside the database, what ends the warning of it, and afterwards who ended it. */
class LostCheckpointsCallout extends Composite<Callout> {

    private static final String LOST =
            "The file outside the database lacked checkpoints that it had, and was written again from the database, so that it proves no more"
                    + " than the database says of itself.";

    private final transient LostCheckpoints lost;
    private final transient LostCheckpointsService service;

    /** @param owner whether the person may confirm it */
    LostCheckpointsCallout(LostCheckpoints lost, LostCheckpointsService service, boolean owner, Clock clock) {
        this.lost = lost;
        this.service = service;
        getContent().add(new Span(" Noticed "), TimeDisplay.span(lost.noticedAt(), clock.instant()), new Span("."));
        LostCheckpoints.Confirmed confirmed = lost.confirmed();
        if (confirmed != null) {
            getContent()
                    .add(
                            new Span(" " + confirmed.by() + " confirmed that the log fits what is left, "),
                            TimeDisplay.span(confirmed.at(), clock.instant()),
                            new Span("."));
        } else if (owner && lost.verifiedAt() != null) {
            getContent().add(new Span(" " + next(lost, true)), question());
        } else {
            getContent().add(new Span(" " + next(lost, owner)));
        }
    }

    @Override
    protected Callout initContent() {
        return Callout.attention(LOST);
    }

    /** Returns what is to be done next, for somebody who may confirm it or who may not. */
    static String next(LostCheckpoints lost, boolean owner) {
        String who = owner ? "you, or another owner, can" : "an owner can";
        return lost.verifiedAt() == null
                ? "Compare the log with a copy of the file that is kept elsewhere, and verify it; then " + who
                        + " confirm that it fits what is left."
                : "All entries were verified since and fit what is left. Compare the log with a copy of the file that is kept elsewhere; then "
                        + who + " confirm it.";
    }

    /** Whoever took the file away may have changed the database before: only a copy that is kept elsewhere tells. */
    private Div question() {
        Button confirm = new Button("Confirm", click -> confirm());
        confirm.setEnabled(false);
        confirm.setDisableOnClick(true);
        Checkbox compared =
                new Checkbox("I compared the log with a copy of the file that is kept elsewhere, or there is none");
        compared.addValueChangeListener(change -> confirm.setEnabled(change.getValue()));
        Div question = new Div(compared, confirm);
        question.addClassName("stack");
        return question;
    }

    private void confirm() {
        try {
            service.confirm(lost);
            Notices.info("Confirmed. Nobody is warned of it any more. Your name is recorded.");
        } catch (IllegalStateException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
