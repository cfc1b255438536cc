package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.SavedTicketAddress;
import org.deviceoffboarding.task.team.TaskSettingsService;

/** Where the tickets are whose numbers tasks have. */
class TicketAddressSection extends Composite<Section> {

    private final transient TaskSettingsService settings;
    private final KeptTexts kept;
    private final TextField address = new TextField("Address of tickets");
    private final RefusalNotice refusal = new RefusalNotice();
    private transient SavedTicketAddress before;

    TicketAddressSection(TaskSettingsService settings, KeptTexts kept) {
        this.settings = settings;
        this.kept = kept;
        before = settings.current();
        address.setValue(before.address().template());
        address.setPlaceholder("https://tickets.example/{number}");
        address.setHelperText(
                "With {number} where the ticket's number belongs. Empty: numbers are shown without a link.");
        address.setWidthFull();
        kept.keep("address", address);
        refusal.standsAt(new FormFields().with(TaskRefusedException.ADDRESS, address));
        Button save = new Button("Save address", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(kept, address, refusal, save);
        form.addClassName("form");
        getContent().add(new Paragraph("Tasks link to tickets of another system by their numbers."), form);
    }

    @Override
    protected Section initContent() {
        return new Section("Tickets");
    }

    private void save() {
        try {
            settings.save(before, address.getValue());
            before = settings.current();
            address.setValue(before.address().template());
            kept.sent();
            refusal.clear();
            Notices.info("Saved");
        } catch (TaskRefusedException e) {
            refusal.say(e.reason(), e.about());
        } catch (ChangedMeanwhileException e) {
            refusal.say(String.valueOf(e.getMessage()));
        }
    }
}
