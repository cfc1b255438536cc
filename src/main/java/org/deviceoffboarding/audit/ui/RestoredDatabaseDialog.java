package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.audit.restored.OpenMatter;
import org.deviceoffboarding.audit.restored.Restoration;
import org.deviceoffboarding.audit.restored.RestorationService;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Shows an owner what is open in a restored database, and lets the portal go on once they say that they looked at it. */
class RestoredDatabaseDialog extends Dialog {

    private final transient Restoration restoration;
    private final transient RestorationService restorations;
    private final transient Runnable done;

    RestoredDatabaseDialog(Restoration restoration, RestorationService restorations, Clock clock, Runnable done) {
        this.restoration = restoration;
        this.restorations = restorations;
        this.done = done;
        setHeaderTitle(
                restoration.anotherLog()
                        ? "The checkpoints are of another log"
                        : "The database was restored from a backup");
        setWidth("min(640px, 94vw)");
        Button confirm = new Button("Confirm and go on", click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setEnabled(false);
        confirm.setDisableOnClick(true);
        Checkbox looked = new Checkbox("I looked at what is open, and stopped what must not go on");
        looked.addValueChangeListener(change -> confirm.setEnabled(change.getValue()));
        add(
                new Paragraph(
                        restoration.anotherLog() ? ofAnotherLog(restoration, clock) : sentence(restoration, clock)),
                new Paragraph(
                        (restoration.anotherLog()
                                        ? "If a backup was restored, whatever was stopped, rejected or withdrawn since is open again here,"
                                        : "Whatever was stopped, rejected or withdrawn since is open again here,")
                                + " and what was protected since is not. Once you confirm, it is carried out. Your name is recorded."),
                matters(restorations.matters()),
                looked);
        getFooter().add(new Button("Not yet", click -> close()), confirm);
    }

    private static String ofAnotherLog(Restoration restoration, Clock clock) {
        return ("The newest checkpoint outside was signed %s for %s of a log that is not this database's. If PORTAL_CHECKPOINT_DIR names the"
                        + " folder of another portal, correct it, and start this one again before you confirm. If a backup was restored from"
                        + " before the log was sealed, or the database is a new one, move audit-checkpoints.txt away and keep it: it proves"
                        + " the log that this database lacks.")
                .formatted(
                        TimeDisplay.shortly(restoration.outsideAt(), clock.instant(), TimeDisplay.zone()),
                        Amounts.count(restoration.sizeOutside(), "entry", "entries"));
    }

    private static String sentence(Restoration restoration, Clock clock) {
        return "It ends at entry %s of the audit log%s. The newest checkpoint outside was signed %s for %s, so that %s missing."
                .formatted(
                        Amounts.number(restoration.sizeInside()),
                        restoration.insideAt() == null
                                ? ""
                                : ", of "
                                        + TimeDisplay.shortly(
                                                restoration.insideAt(), clock.instant(), TimeDisplay.zone()),
                        TimeDisplay.shortly(restoration.outsideAt(), clock.instant(), TimeDisplay.zone()),
                        Amounts.count(restoration.sizeOutside(), "entry", "entries"),
                        Amounts.count(restoration.sizeOutside() - restoration.sizeInside(), "entry is", "entries are"));
    }

    private static UnorderedList matters(List<OpenMatter> matters) {
        UnorderedList list = new UnorderedList();
        matters.forEach(matter -> {
            Anchor link = new Anchor(matter.path(), matter.link());
            link.setTarget(AnchorTarget.BLANK);
            list.add(new ListItem(new Span(matter.sentence() + " "), link));
        });
        return list;
    }

    private void confirm() {
        try {
            restorations.confirm(restoration);
        } catch (IllegalStateException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
        close();
        done.run();
    }
}
