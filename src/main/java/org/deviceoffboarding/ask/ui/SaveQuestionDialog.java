package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.QuestionRefusedException;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;

/** Asks for the name of a question, and whether everybody should see it. */
class SaveQuestionDialog extends QuestionDialog {

    /** Keeps a question under a name. */
    @FunctionalInterface
    interface Saving {
        NamedQuestion save(String name, boolean shared);
    }

    private final TextField name = new TextField("Name");
    private final Checkbox shared = new Checkbox("Share it with everybody who uses this portal");
    private final transient Saving saving;
    private final transient Consumer<NamedQuestion> done;

    /**
     * @param asks what is saved, in words
     * @param before the saved question that is changed; its name and whether it is shared stand in the fields
     */
    static SaveQuestionDialog changing(
            NamedQuestion before, String asks, boolean mayShare, Saving saving, Consumer<NamedQuestion> done) {
        SaveQuestionDialog dialog = new SaveQuestionDialog("Change saved question", asks, mayShare, saving, done);
        dialog.name.setValue(before.name());
        dialog.shared.setValue(before.shared());
        dialog.shared.setVisible(mayShare && !before.shared());
        UnsavedChanges.of(
                dialog.name,
                () -> !dialog.name.getValue().strip().equals(before.name()),
                "The question stays as it is.");
        return dialog;
    }

    /** @param asks what is saved, in words */
    static SaveQuestionDialog adding(String asks, boolean mayShare, Saving saving, Consumer<NamedQuestion> done) {
        SaveQuestionDialog dialog = new SaveQuestionDialog("Save question", asks, mayShare, saving, done);
        UnsavedChanges.of(dialog.name, () -> !dialog.name.isEmpty(), "The question is not saved.");
        return dialog;
    }

    private SaveQuestionDialog(
            String title, String asks, boolean mayShare, Saving saving, Consumer<NamedQuestion> done) {
        super(title, "Save");
        this.saving = saving;
        this.done = done;
        name.setMaxLength(NamedQuestion.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setAutofocus(true);
        shared.setVisible(mayShare);
        fields().with(QuestionRefusedException.NAME, name);
        Paragraph about = new Paragraph(asks + ". It is asked again of each new result, and counted.");
        about.addClassName("wrap");
        fill(about, name, shared);
    }

    @Override
    void act() {
        NamedQuestion saved = saving.save(name.getValue(), shared.getValue());
        close();
        done.accept(saved);
    }
}
