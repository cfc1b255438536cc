package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;

/** Makes exceptions. What is refused is said in the dialog, which stays open with everything typed. */
class AddExceptionDialog extends Dialog {

    private final TargetField targets;
    private final ExceptionForm form;
    private final transient ExceptionService exceptions;
    private final transient Actor actor;
    private final transient Runnable done;
    private final RefusalNotice refusal = new RefusalNotice();

    AddExceptionDialog(
            TargetField targets, ExceptionForm form, ExceptionService exceptions, Actor actor, Runnable done) {
        this.targets = targets;
        this.form = form;
        this.exceptions = exceptions;
        this.actor = actor;
        this.done = done;
        setHeaderTitle(targets.title());
        setWidth("560px");
        add(
                targets,
                form,
                new Paragraph(
                        "It holds from the next run on: the devices are then left out, and the run says so. Nothing is changed in Entra or Intune."),
                refusal);
        Button make = new Button(targets.verb(), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), make);
        refusal.enablesAgain(make);
    }

    private void make() {
        try {
            List<ExceptionTarget> wanted = targets.targets();
            List<NewException> all = wanted.stream().map(form::value).toList();
            if (all.isEmpty()) {
                refusal.say("Each of these devices has an exception already.");
                return;
            }
            int made = exceptions.add(all, actor).size();
            close();
            Notices.info(made == 1 ? "Exception made" : made + " exceptions made");
            done.run();
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason());
        }
    }
}
