package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.ui.PendingLoosenings;

/** Lifts an exception, once the person has said why. */
class LiftExceptionDialog extends Dialog {

    private final TextArea why = new TextArea("Why is it lifted?");
    private final KeptTexts kept;
    private final RefusalNotice refusal = new RefusalNotice();

    /** @param kept keeps the reason */
    LiftExceptionDialog(
            DeviceException exception,
            ExceptionService exceptions,
            PendingLoosenings loosenings,
            KeptTexts kept,
            Runnable done) {
        this.kept = kept;
        setHeaderTitle(exception.legalHold() ? "Lift the legal hold?" : "Lift the exception?");
        setWidth("560px");
        LimitedText.require(why, TextLimits.REASON, "Give a reason, so that others know why.");
        refusal.standsAt(new FormFields().with(ExceptionRefusedException.REASON, why));
        why.setWidthFull();
        kept.keep("why", why);
        add(
                new Paragraph(exception.sentence()),
                new Paragraph(when(exception) + exception.what()
                        + " can be suggested for removal again, unless another exception holds. Nothing is removed by lifting it."
                        + " It stays in the list as lifted, with your name and your reason."),
                kept,
                why,
                refusal);
        Button lift = new Button(exception.legalHold() ? "Propose to lift it" : "Lift exception");
        lift.addThemeVariants(ButtonVariant.PRIMARY);
        lift.setDisableOnClick(true);
        lift.addClickListener(click -> lift(exception, exceptions, loosenings, done));
        refusal.enablesAgain(lift);
        getFooter().add(new Button("Cancel", click -> close()), lift);
    }

    private static String when(DeviceException exception) {
        return exception.legalHold()
                ? "A legal hold is lifted once another owner confirms it, or 24 hours from now; until then any owner can take it"
                        + " back. From the next run after that on "
                : "From the next run on ";
    }

    private void lift(
            DeviceException exception, ExceptionService exceptions, PendingLoosenings loosenings, Runnable done) {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        try {
            Optional<Loosening> proposed = exceptions.lift(exception.id(), why.getValue());
            kept.sent();
            close();
            if (proposed.isPresent()) {
                loosenings.saySaved(proposed);
            } else {
                Notices.info("Exception lifted");
            }
            done.run();
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason(), e.about());
        } catch (LooseningRefusedException e) {
            refusal.say(e.reason());
        }
    }
}
