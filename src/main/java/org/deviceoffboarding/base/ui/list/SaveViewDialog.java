package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.SavedViewRefusedException;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;

/** Asks for the name of a view, and whether everybody should see it. */
class SaveViewDialog extends Dialog {

    private final TextField name = new TextField("Name");
    private final RefusalNotice refusal = new RefusalNotice();
    private final Checkbox shared = new Checkbox("Share it with everybody who uses this portal");

    /**
     * @param mayShare whether the person may share it
     * @param save keeps it under a name, shared or not, or throws a {@link SavedViewRefusedException}
     */
    SaveViewDialog(boolean mayShare, BiConsumer<String, Boolean> save) {
        setHeaderTitle("Save view");
        name.setMaxLength(SavedView.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        refusal.standsAt(new FormFields().with(SavedViewRefusedException.NAME, name));
        UnsavedChanges.of(name, () -> !name.isEmpty(), "The view is not saved.");
        shared.setVisible(mayShare);
        Div form = new Div(
                new Paragraph("The filters, the order and the columns as they are now."), name, shared, refusal);
        form.addClassName("form");
        add(form);
        Button confirm = new Button("Save view", click -> save(save));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
        setWidth("420px");
        name.setAutofocus(true);
    }

    private void save(BiConsumer<String, Boolean> save) {
        try {
            save.accept(name.getValue(), shared.getValue());
            close();
        } catch (SavedViewRefusedException e) {
            refusal.say(String.valueOf(e.getMessage()), e.about());
        }
    }
}
