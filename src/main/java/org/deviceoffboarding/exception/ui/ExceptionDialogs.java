package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionState;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.ExceptionUploadService;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.safeguard.ui.PendingLoosenings;

/** Opens the dialogs that make and lift exceptions, as far as the person signed in may. */
@org.springframework.stereotype.Component
class ExceptionDialogs {

    private final ExceptionService exceptions;
    private final ReviewedExceptionService reviewed;
    private final ExceptionUploadService uploads;
    private final CurrentActor currentActor;
    private final PendingLoosenings loosenings;
    private final TextKeeping texts;
    private final Clock clock;

    ExceptionDialogs(
            ExceptionService exceptions,
            ReviewedExceptionService reviewed,
            ExceptionUploadService uploads,
            CurrentActor currentActor,
            PendingLoosenings loosenings,
            TextKeeping texts,
            Clock clock) {
        this.exceptions = exceptions;
        this.reviewed = reviewed;
        this.uploads = uploads;
        this.currentActor = currentActor;
        this.loosenings = loosenings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Calls back when what is proposed about legal holds changes or took effect, for as long as the component is shown. */
    void follow(Component component, Runnable update) {
        loosenings.follow(component, update);
    }

    boolean mayChange() {
        return currentActor.may(Capability.MAKE_EXCEPTIONS);
    }

    /** @param done called after an exception was made */
    void add(Runnable done) {
        new AddExceptionDialog(new NamedTarget(exceptions), form(texts.at("exception")), reviewed, done).open();
    }

    /**
     * As {@link #add(Runnable)}, for what is named already: what that would leave out is shown at once. The person can still name
     * something else.
     */
    void add(ExceptionKind kind, String text, Runnable done) {
        KeptTexts kept = texts.at("exception", List.of(kind + " " + text));
        new AddExceptionDialog(new NamedTarget(exceptions, kind, text), form(kept), reviewed, done).open();
    }

    /** @param targets at least one, none of which the person picks again */
    void add(List<ExceptionTarget> targets, Runnable done) {
        KeptTexts kept =
                texts.at("exception", targets.stream().map(ExceptionTarget::key).toList());
        new AddExceptionDialog(new PickedTargets(targets, exceptions), form(kept), reviewed, done).open();
    }

    void upload(Runnable done) {
        new UploadExceptionsDialog(uploads, reviewed, done).open();
    }

    /** Returns the button that lifts an exception, where it is in force and the person may; else that it is to be lifted. */
    Optional<Component> lifting(DeviceException exception, Runnable done) {
        if (isToBeLifted(exception)) {
            return Optional.of(Pill.attention("Lift proposed"));
        }
        Capability needed = exception.legalHold() ? Capability.HOLD_LEGALLY : Capability.MAKE_EXCEPTIONS;
        if (exception.state(clock.instant()) != ExceptionState.IN_FORCE || !currentActor.may(needed)) {
            return Optional.empty();
        }
        Button lift = new Button("Lift…", click -> lift(exception, done));
        lift.addThemeVariants(ButtonVariant.SMALL);
        lift.setAriaLabel("Lift the exception for " + exception.what());
        return Optional.of(lift);
    }

    private void lift(DeviceException exception, Runnable done) {
        new LiftExceptionDialog(exception, exceptions, loosenings, texts.at("lift:" + exception.id()), done).open();
    }

    private boolean isToBeLifted(DeviceException exception) {
        return exception.legalHold()
                && loosenings
                        .of(ExceptionService.LEGAL_HOLDS, Long.toString(exception.id()))
                        .isPresent();
    }

    private ExceptionForm form(KeptTexts kept) {
        return new ExceptionForm(currentActor.may(Capability.HOLD_LEGALLY), kept, clock);
    }
}
