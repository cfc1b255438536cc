package org.deviceoffboarding.evaluation.rules.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.setting.SettingHelp;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.retention.KeptForChanged;
import org.deviceoffboarding.evaluation.retention.OldResult;
import org.deviceoffboarding.evaluation.retention.Retention;
import org.deviceoffboarding.evaluation.retention.RetentionEffect;
import org.deviceoffboarding.evaluation.retention.RetentionService;
import org.deviceoffboarding.inventory.InventoryReplaced;

/** How long an owner keeps what runs found: which results would go is shown before it is saved. */
class RetentionSection extends Composite<Div> {

    private final transient RetentionService retention;
    private final transient Clock clock;
    private final IntegerField days = DaysField.of("Keep results for", Retention.SHORTEST, Retention.LONGEST);
    private final SettingHelp help = new SettingHelp("30 to 3,650 days after a run has ended.");
    private final FormFields fields = new FormFields().with("keepResults", days);
    private final Div effect = new Div();
    private final SettingHistory<Retention> history;
    private final UnsavedChanges unsaved;
    private transient Retention shown;

    RetentionSection(RetentionService retention, OpenPages openPages, Clock clock) {
        this.retention = retention;
        this.clock = clock;
        this.shown = retention.current();
        this.history = new SettingHistory<>(
                "History of how long results are kept",
                retention::history,
                () -> shown.version(),
                version -> days.setValue(version.days()),
                clock);
        days.setHelperComponent(help);
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.setValue(shown.days());
        days.addValueChangeListener(change -> showEffect());
        effect.addClassName("stack");
        effect.getElement().setAttribute("role", "status");
        Div stack = new Div(
                new Paragraph(
                        "After that its suggestions with their notes and steps, its findings and its list of devices"
                                + " that were left out go, and do not come back. What stays: when it ran, its totals and the trend,"
                                + " the audit log, requests, what this portal disabled or deleted, and all that protects a device."
                                + " The newest result, the one before it, and one that an open request was asked from are always kept."),
                days,
                effect,
                new Button("Save how long", click -> save()));
        stack.addClassName("stack");
        Section section = new Section("How long results are kept", stack);
        getContent().addClassName("page-content");
        getContent().add(section, history);
        unsaved = UnsavedChanges.of(
                section,
                () -> !Integer.valueOf(shown.days()).equals(days.getValue()),
                "How long results are kept is not saved and would be lost.");
        help.showLast(retention.lastChange().orElse(null), clock.instant());
        openPages.follow(
                section, List.of(KeptForChanged.class, ResultForgotten.class, InventoryReplaced.class), this::follow);
    }

    /** What another owner saved stands in the field, or beside what is being entered. */
    private void follow() {
        Retention saved = retention.current();
        if (saved.version() != shown.version()) {
            takeOver(saved);
        } else {
            showEffect();
        }
    }

    private void takeOver(Retention saved) {
        boolean untouched = Integer.valueOf(shown.days()).equals(days.getValue());
        Actor by = saved.savedBy() == null ? Actor.PORTAL : saved.savedBy();
        shown = saved;
        if (untouched) {
            days.setValue(saved.days());
        } else if (!Integer.valueOf(saved.days()).equals(days.getValue())) {
            help.showMeanwhile(PersonDisplay.name(by) + " saved " + saved.days()
                    + " days meanwhile. What you entered stays; save it if it is still right.");
        }
        refresh();
    }

    private void refresh() {
        help.showLast(retention.lastChange().orElse(null), clock.instant());
        history.refresh();
        unsaved.look();
        showEffect();
    }

    private void showEffect() {
        effect.removeAll();
        Integer entered = days.getValue();
        if (entered != null && !days.isInvalid() && entered != shown.days()) {
            show(retention.effect(entered));
        }
    }

    private void show(RetentionEffect found) {
        if (!found.goes().isEmpty()) {
            effect.add(
                    Callout.attention("What " + Amounts.count(found.goes().size(), "run", "runs")
                            + " found would go within the hour, and not come back."),
                    WholeList.of("Results that would go", found.goes())
                            .column("Run", OldResult::runId)
                            .column("Ended (UTC)", OldResult::endedAt)
                            .column("Devices flagged", OldResult::flagged)
                            .column("Suggestions", OldResult::suggestions)
                            .needing(Capability.CHANGE_THRESHOLDS)
                            .button("Show which", "results-that-go.csv"));
        } else {
            effect.add(new Paragraph(
                    "No result is older than that, so none goes now. What went before does not come back."));
        }
        if (!found.stays().isEmpty()) {
            effect.add(
                    new Paragraph(
                            Amounts.count(found.stays().size(), "result is", "results are")
                                    + " as old and would stay all the same: one of the two newest, or one that an open request was asked from."));
        }
        if (found.oldest() != null && found.oldestUntil() != null) {
            effect.add(new Paragraph("The oldest that would be kept is that of run "
                    + found.oldest().runId() + ", until " + TimeDisplay.day(found.oldestUntil()) + "."));
        }
    }

    private void save() {
        if (!fields.areValid()) {
            return;
        }
        try {
            retention.save(shown, days.getValue());
            shown = retention.current();
            help.showMeanwhile("");
            refresh();
            Notices.info("Results are kept for " + shown.days() + " days.");
        } catch (ChangedMeanwhileException e) {
            takeOver(retention.current());
            Notices.problem(
                    "Nothing was saved: somebody else saved at the same time for how long results are kept. Look at"
                            + " that, then save again.");
        }
    }
}
