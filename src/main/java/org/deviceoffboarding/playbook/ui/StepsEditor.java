package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.jspecify.annotations.Nullable;

/** The steps of a playbook, to be changed and moved by buttons, which a keyboard can use, too. */
class StepsEditor extends OrderedList {

    private final List<StepEditor> editors = new ArrayList<>();
    private final FormFields fields = new FormFields();
    private final @Nullable UnsavedChanges unsaved;

    /** Without any step. */
    StepsEditor() {
        unsaved = null;
    }

    /** @param kept keeps their texts */
    StepsEditor(List<Step> steps, KeptTexts kept) {
        addClassNames("plain-list", "steps");
        steps.forEach(step -> editors.add(new StepEditor(step, kept, this::move)));
        editors.forEach(editor -> editor.addTo(fields));
        arrange();
        unsaved = UnsavedChanges.of(
                this,
                () -> changedFrom(steps),
                "What you typed is kept and offered to you here again. Which step comes first and which is required is not.");
    }

    /** Returns the steps as they are written and ordered now. */
    List<StepEdit> steps() {
        return editors.stream().map(StepEditor::value).toList();
    }

    /** Puts steps into the fields, in their order: nothing is saved by that. */
    void fill(List<Step> steps) {
        List<String> order = steps.stream().map(Step::key).toList();
        editors.sort(Comparator.comparingInt(editor -> order.indexOf(editor.key())));
        steps.forEach(step -> editors.stream()
                .filter(editor -> editor.key().equals(step.key()))
                .forEach(editor -> editor.fill(StepEdit.of(step))));
        arrange();
        Optional.ofNullable(unsaved).ifPresent(UnsavedChanges::look);
    }

    /** Returns whether what was refused is said at the text that it is about. */
    boolean say(PlaybookRefusedException refusal) {
        return fields.say(refusal.about(), refusal.sentence());
    }

    private boolean changedFrom(List<Step> steps) {
        return !steps().equals(steps.stream().map(StepEdit::of).toList());
    }

    private void move(StepEditor editor, int by) {
        int from = editors.indexOf(editor);
        int to = from + by;
        if (to >= 0 && to < editors.size()) {
            Collections.swap(editors, from, to);
            arrange();
            editor.focusMove(by);
            Optional.ofNullable(unsaved).ifPresent(UnsavedChanges::look);
        }
    }

    private void arrange() {
        removeAll();
        for (int index = 0; index < editors.size(); index++) {
            StepEditor editor = editors.get(index);
            editor.place(index + 1, editors.size());
            add(new ListItem(editor));
        }
    }
}
