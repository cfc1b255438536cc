package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Contested contested = new Contested();

    /** What the fields are compared with. */
    private transient List<Step> saved = List.of();

    /** Without any step. */
    StepsEditor() {
        unsaved = null;
    }

    /** @param kept keeps their texts */
    StepsEditor(List<Step> steps, KeptTexts kept) {
        addClassNames("plain-list", "steps");
        saved = List.copyOf(steps);
        steps.forEach(step -> editors.add(new StepEditor(step, kept, this::move)));
        editors.forEach(editor -> editor.addTo(fields));
        arrange();
        unsaved = UnsavedChanges.of(
                this,
                this::isChanged,
                "What you typed is kept and offered to you here again. Which step comes first and which is required is not.");
    }

    /** Returns the steps as they are written and ordered now. */
    List<StepEdit> steps() {
        return editors.stream().map(StepEditor::value).toList();
    }

    /** Puts steps into the fields, in their order: nothing is saved by that. */
    void fill(List<Step> steps) {
        order(steps);
        steps.forEach(step -> editor(step.key()).fill(StepEdit.of(step)));
        look();
    }

    /**
     * Puts what somebody else saved meanwhile into the fields in which nothing was changed, and takes their order if none was chosen here.
     *
     * @return what both have changed, in words; it stays as it is here until it is {@linkplain #settle settled}
     */
    List<String> takeOver(List<Step> theirs) {
        Map<String, StepEdit> before = edits(saved);
        Map<String, StepEdit> now = edits(theirs);
        editors.forEach(editor -> takeOver(editor, before.get(editor.key()), now.get(editor.key())));
        boolean keptOrder = order().equals(order(edits(saved)));
        boolean sameOrder = order().equals(order(now));
        contested.order(
                !sameOrder && !keptOrder && (contested.order() || !order(before).equals(order(now))));
        if (keptOrder) {
            order(theirs);
        }
        saved = List.copyOf(theirs);
        look();
        return contested.words(saved);
    }

    private void takeOver(StepEditor editor, @Nullable StepEdit before, @Nullable StepEdit now) {
        StepEdit here = editor.value();
        if (now == null || here.equals(now)) {
            contested.settle(editor.key());
        } else if (here.equals(before)) {
            editor.fill(now);
        } else if (!now.equals(before)) {
            contested.add(editor.key());
        }
    }

    /** Returns whether nobody has said yet what is to stay of what both have changed. */
    boolean isContested() {
        return !contested.isEmpty();
    }

    /** Takes theirs where both have changed something. */
    void takeTheirs() {
        saved.stream()
                .filter(step -> contested.has(step.key()))
                .forEach(step -> editor(step.key()).fill(StepEdit.of(step)));
        if (contested.order()) {
            order(saved);
        }
        settle();
    }

    /** Lets everything stay as it is here. */
    void settle() {
        contested.clear();
        look();
    }

    private static Map<String, StepEdit> edits(List<Step> steps) {
        Map<String, StepEdit> edits = new LinkedHashMap<>();
        steps.forEach(step -> edits.put(step.key(), StepEdit.of(step)));
        return edits;
    }

    private static List<String> order(Map<String, StepEdit> edits) {
        return List.copyOf(edits.keySet());
    }

    private List<String> order() {
        return editors.stream().map(StepEditor::key).toList();
    }

    private void order(List<Step> steps) {
        List<String> order = steps.stream().map(Step::key).toList();
        editors.sort(Comparator.comparingInt(editor -> order.indexOf(editor.key())));
        arrange();
    }

    private StepEditor editor(String key) {
        return editors.stream()
                .filter(editor -> editor.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void look() {
        Optional.ofNullable(unsaved).ifPresent(UnsavedChanges::look);
    }

    /** Returns whether what was refused is said at the text that it is about. */
    boolean say(PlaybookRefusedException refusal) {
        return fields.say(refusal.about(), refusal.sentence());
    }

    /** Returns whether anything is written or ordered otherwise than it is saved. */
    boolean isChanged() {
        return !steps().equals(saved.stream().map(StepEdit::of).toList());
    }

    private void move(StepEditor editor, int by) {
        int from = editors.indexOf(editor);
        int to = from + by;
        if (to >= 0 && to < editors.size()) {
            Collections.swap(editors, from, to);
            arrange();
            editor.focusMove(by);
            look();
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
