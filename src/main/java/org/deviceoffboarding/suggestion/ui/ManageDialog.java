package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.LongConsumer;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.evaluation.ui.ReplacedResult;
import org.deviceoffboarding.evaluation.ui.ResultNews;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionRefusedException;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;

/** Sets how far a suggestion has come, with a note. */
class ManageDialog extends Dialog {

    private final RadioButtonGroup<SuggestionStatus> status = new RadioButtonGroup<>("Status");
    private final TextArea note = new TextArea("Note");
    private final RefusalNotice refusal = new RefusalNotice();
    private final transient SuggestionService suggestions;
    private final transient LongConsumer saved;
    private final KeptTexts kept;
    private final ReplacedResult replaced;
    private transient SuggestionDetails details;

    /**
     * @param kept keeps the note
     * @param saved called with the ID of the suggestion that was changed: where a newer run came between, its own
     */
    ManageDialog(
            SuggestionDetails details,
            SuggestionService suggestions,
            ResultNews resultNews,
            KeptTexts kept,
            LongConsumer saved) {
        this.details = details;
        this.suggestions = suggestions;
        this.kept = kept;
        this.saved = saved;
        this.replaced = new ReplacedResult(resultNews, this::goOn);
        replaced.restOn(details.suggestion().runId());
        setHeaderTitle("Manage suggestion");
        setWidth("min(560px, 94vw)");
        status.setItems(SuggestionStatus.values());
        status.setItemLabelGenerator(SuggestionStatus::label);
        status.setValue(details.suggestion().status());
        note.setValue(details.note());
        note.setWidthFull();
        note.setMinHeight("7em");
        LimitedText.limit(note, TextLimits.NOTE);
        note.setHelperText("What was done, what is open, whom to ask.");
        kept.keep("note", note);
        refusal.standsAt(new FormFields().with(SuggestionRefusedException.NOTE, note));
        UnsavedChanges.of(
                status,
                () -> status.getValue() != this.details.suggestion().status(),
                "The status that you chose is not saved. What you typed is kept.");
        Div content = new Div(
                replaced,
                status,
                kept,
                note,
                new Paragraph(
                        "Completing a suggestion changes nothing in Entra. The next run checks whether its devices are gone"
                                + " or disabled."),
                refusal);
        content.addClassName("stack");
        add(content);
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void save() {
        try {
            suggestions.manage(details.suggestion(), status.getValue(), note.getValue());
            kept.sent();
            close();
            saved.accept(details.suggestion().id());
            Notices.info("Saved");
        } catch (SuggestionRefusedException e) {
            refusal.say(String.valueOf(e.getMessage()), e.about());
            replaced.look();
        }
    }

    /** What was chosen and typed is for the suggestion of the newest result from now on. */
    private void goOn() {
        suggestions
                .newest(details.suggestion().id())
                .ifPresentOrElse(
                        this::goOn,
                        () -> refusal.say(
                                "The newest result has no suggestion like this one, so there is nothing to set. Look at the list of suggestions."));
    }

    private void goOn(SuggestionDetails newest) {
        details = newest;
        refusal.clear();
        replaced.restOn(newest.suggestion().runId());
        setHeaderTitle("Manage suggestion of run " + newest.suggestion().runId());
    }
}
