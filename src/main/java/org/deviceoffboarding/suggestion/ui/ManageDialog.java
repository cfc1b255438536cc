package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionRefusedException;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;

/** Sets how far a suggestion has come, with a note. */
class ManageDialog extends Dialog {

    private final RadioButtonGroup<SuggestionStatus> status = new RadioButtonGroup<>("Status");
    private final TextArea note = new TextArea("Note");

    ManageDialog(SuggestionDetails details, SuggestionService suggestions, CurrentActor actor, Runnable saved) {
        setHeaderTitle("Manage suggestion");
        setWidth("min(560px, 94vw)");
        status.setItems(SuggestionStatus.values());
        status.setItemLabelGenerator(SuggestionStatus::label);
        status.setValue(details.suggestion().status());
        note.setValue(details.note());
        note.setWidthFull();
        note.setMinHeight("7em");
        note.setMaxLength(2_000);
        note.setHelperText("What was done, what is open, whom to ask.");
        Div content = new Div(
                status,
                note,
                new Paragraph(
                        "Completing a suggestion changes nothing in Entra. The next run checks whether its devices are gone"
                                + " or disabled."));
        content.addClassName("stack");
        add(content);
        Button save = new Button("Save", click -> save(details, suggestions, actor, saved));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void save(SuggestionDetails details, SuggestionService suggestions, CurrentActor actor, Runnable saved) {
        try {
            suggestions.manage(details.suggestion(), status.getValue(), note.getValue(), actor.get());
            close();
            saved.run();
            Notices.info("Saved");
        } catch (SuggestionRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
