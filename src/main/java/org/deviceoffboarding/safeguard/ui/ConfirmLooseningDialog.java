package org.deviceoffboarding.safeguard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningStatus;
import org.springframework.dao.OptimisticLockingFailureException;

/** Lets another owner confirm what loosens a safeguard, once they have read it line by line. */
class ConfirmLooseningDialog extends Dialog {

    private final transient Loosening pending;
    private final transient LooseningService loosenings;
    private final transient Runnable done;
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button confirm = new Button("Let it take effect now", click -> confirm());

    ConfirmLooseningDialog(Loosening pending, LooseningService loosenings, Runnable done) {
        this.pending = pending;
        this.loosenings = loosenings;
        this.done = done;
        setHeaderTitle("Loosen what protects devices?");
        setWidth("min(640px, 94vw)");
        UnorderedList changes = new UnorderedList();
        pending.changes().forEach(change -> changes.add(new ListItem(change)));
        add(new Paragraph(PersonDisplay.name(pending.proposedBy()) + " proposed:"), changes, refusal);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        refusal.enablesAgain(confirm);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }

    private void confirm() {
        try {
            Loosening ended = loosenings.confirm(pending.id());
            close();
            if (ended.status() == LooseningStatus.CONFIRMED) {
                Notices.info("Confirmed. It holds from now on.");
            } else {
                Notices.problem("It does not take effect. " + ended.lapsedBecause());
            }
            done.run();
        } catch (LooseningRefusedException e) {
            refusal.say(e.reason());
            confirm.removeFromParent(); // there is nothing left that could take effect
            done.run();
        } catch (OptimisticLockingFailureException e) {
            refusal.say("Something else was saved at this moment. Close this to see how it stands.");
        }
    }
}
