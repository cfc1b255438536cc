package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.playbook.definition.StepEdit;

/** The steps of a playbook, to be changed and moved by buttons, which a keyboard can use, too. */
class StepsEditor extends OrderedList {

    private final List<StepEditor> editors = new ArrayList<>();

    /** Without any step. */
    StepsEditor() {}

    /** @param kept keeps their texts */
    StepsEditor(List<Step> steps, KeptTexts kept) {
        addClassNames("plain-list", "steps");
        steps.forEach(step -> editors.add(new StepEditor(step, kept, this::move)));
        arrange();
    }

    /** Returns the steps as they are written and ordered now. */
    List<StepEdit> steps() {
        return editors.stream().map(StepEditor::value).toList();
    }

    /** Returns whether anything differs from these steps. */
    boolean changedFrom(List<Step> steps) {
        return !editors.isEmpty()
                && !steps().equals(steps.stream().map(StepEdit::of).toList());
    }

    private void move(StepEditor editor, int by) {
        int from = editors.indexOf(editor);
        int to = from + by;
        if (to >= 0 && to < editors.size()) {
            Collections.swap(editors, from, to);
            arrange();
            editor.focusMove(by);
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
