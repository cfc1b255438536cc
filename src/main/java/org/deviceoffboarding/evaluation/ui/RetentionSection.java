package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.evaluation.retention.Retention;
import org.deviceoffboarding.evaluation.retention.RetentionService;

/** How long an owner keeps what runs found. */
class RetentionSection extends Composite<Section> {

    private final transient RetentionService retention;
    private final IntegerField days = DaysField.of("Keep results for", Retention.SHORTEST, Retention.LONGEST);
    private final FormFields fields = new FormFields().with("keepResults", days);
    private transient Retention shown;

    RetentionSection(RetentionService retention) {
        this.retention = retention;
        this.shown = retention.current();
        days.setValue(shown.days());
        days.setHelperText("30 to 3,650 days after a run has ended.");
        Div stack = new Div(
                new Paragraph(
                        "After that its suggestions with their notes and steps, its findings and its list of devices"
                                + " that were left out go, and do not come back. What stays: when it ran, its totals and the trend,"
                                + " the audit log, requests, what this portal disabled or deleted, and all that protects a device."
                                + " The newest result, the one before it, and one that an open request was asked from are always kept."),
                days,
                new Button("Save how long", click -> save()));
        stack.addClassName("stack");
        getContent().add(stack);
        UnsavedChanges.of(
                this,
                () -> !Integer.valueOf(shown.days()).equals(days.getValue()),
                "How long results are kept is not saved and would be lost.");
    }

    @Override
    protected Section initContent() {
        return new Section("How long results are kept");
    }

    private void save() {
        if (!fields.areValid()) {
            return;
        }
        try {
            retention.save(shown, days.getValue());
            shown = retention.current();
            Notices.info("Results are kept for " + shown.days() + " days.");
        } catch (ChangedMeanwhileException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
