package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.form.DayField;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.person.draft.ui.KeptTexts;

/** What is asked of every exception: why, until when, and whether it is a legal hold. */
class ExceptionForm extends Div {

    private final TextArea reason = new TextArea("Reason");
    private final KeptTexts kept;
    private final DayField lastDay;
    private final Checkbox legalHold = new Checkbox("Legal hold: only an owner can lift it");

    /**
     * @param owner whether the person signed in may make a legal hold
     * @param kept keeps the reason
     */
    ExceptionForm(boolean owner, KeptTexts kept, Clock clock) {
        this.kept = kept;
        addClassName("form");
        LimitedText.require(reason, TextLimits.REASON, "Give a reason, so that others know why.");
        reason.setHelperText("Everyone who sees the device sees it, such as: stolen, case 4711");
        lastDay = new DayField(
                "Last day",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1),
                "Take a day after today (UTC), or none for an exception without an end.");
        lastDay.setClearButtonVisible(true);
        lastDay.setHelperText("The exception holds to the end of that day (UTC). Empty: it has no end.");
        legalHold.setVisible(owner);
        kept.keep("reason", reason);
        Div term = new Div(lastDay, legalHold);
        term.addClassName("form");
        add(kept, reason, term);
        UnsavedChanges.of(
                term,
                () -> lastDay.isInvalid() || !lastDay.isEmpty() || legalHold.getValue(),
                "No exception is made. The reason is kept; the last day and the legal hold are not.");
    }

    /** Adds the fields, for errors to stand at. */
    void addTo(FormFields fields) {
        fields.with(ExceptionRefusedException.REASON, reason).with(ExceptionRefusedException.LAST_DAY, lastDay);
    }

    NewException value(ExceptionTarget target) {
        return new NewException(target, reason.getValue(), lastDay.getValue(), legalHold.getValue());
    }

    /** The exceptions were made. */
    void sent() {
        kept.sent();
    }
}
