package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.deviceoffboarding.playbook.definition.StepEdit.Part;

/** One step of a playbook, to be changed. */
class StepEditor extends Div {

    /** Moves a step up (-1) or down (1). */
    @FunctionalInterface
    interface Mover {
        void move(StepEditor editor, int by);
    }

    private final String key;
    private final TextField title = new TextField("What is to be done");
    private final TextArea why = new TextArea("Why");
    private final TextArea how = new TextArea("How, with the path in the portal in question");
    private final TextField link = new TextField("Link");
    private final Checkbox required = new Checkbox("Required: what cannot be undone waits for it");
    private final Span summary = new Span();
    private final Button up = new Button(VaadinIcon.ARROW_UP.create());
    private final Button down = new Button(VaadinIcon.ARROW_DOWN.create());
    private int number;
    private int last;

    /** @param kept keeps the texts, together with those of all other steps */
    StepEditor(Step step, KeptTexts kept, Mover mover) {
        this.key = step.key();
        StepEdit edit = StepEdit.of(step);
        title.setValue(edit.title());
        why.setValue(edit.why());
        how.setValue(edit.how());
        link.setValue(edit.link());
        boolean restored = kept.keep(key + ".title", title)
                | kept.keep(key + ".why", why)
                | kept.keep(key + ".how", how)
                | kept.keep(key + ".link", link);
        title.addValueChangeListener(event -> place(number, last));
        link.setHelperText("https:// or http://; may be empty");
        required.setValue(edit.required());
        up.addClickListener(event -> mover.move(this, -1));
        down.addClickListener(event -> mover.move(this, 1));
        up.addThemeVariants(ButtonVariant.TERTIARY);
        down.addThemeVariants(ButtonVariant.TERTIARY);
        Div fields = new Div(about(step), title, why, how, link, required);
        fields.addClassName("step-fields");
        Div moves = new Div(up, down);
        moves.addClassName("step-moves");
        addClassName("step-editor");
        Details details = new Details(summary, fields);
        details.setOpened(restored);
        add(details, moves);
    }

    /** Adds the texts, for errors to stand at. */
    void addTo(FormFields fields) {
        fields.with(Part.TITLE.of(key), title)
                .with(Part.WHY.of(key), why)
                .with(Part.HOW.of(key), how)
                .with(Part.LINK.of(key), link);
    }

    StepEdit value() {
        return new StepEdit(
                key,
                title.getValue().strip(),
                why.getValue().strip(),
                how.getValue().strip(),
                link.getValue().strip(),
                required.getValue());
    }

    String key() {
        return key;
    }

    /** Puts other words into the fields: nothing is saved by that. */
    void fill(StepEdit edit) {
        title.setValue(edit.title());
        why.setValue(edit.why());
        how.setValue(edit.how());
        link.setValue(edit.link());
        required.setValue(edit.required());
    }

    /** Says where the step stands now. */
    void place(int number, int last) {
        this.number = number;
        this.last = last;
        summary.setText(number + ". " + title.getValue());
        up.setEnabled(number > 1);
        down.setEnabled(number < last);
        up.setAriaLabel("Move up: " + title.getValue());
        down.setAriaLabel("Move down: " + title.getValue());
    }

    /** Keeps the keyboard where it was after a move, or on the other button where the step can go no further. */
    void focusMove(int by) {
        Button used = by < 0 ? up : down;
        (used.isEnabled() ? used : used == up ? down : up).focus();
    }

    private static Span about(Step step) {
        String only = StepOutline.onlyFor(step);
        Span about = new Span("Who: " + step.role() + (only.isEmpty() ? "" : ". " + only));
        about.addClassName("dim");
        return about;
    }
}
