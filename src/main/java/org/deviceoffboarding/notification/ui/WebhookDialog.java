package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookDraft;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookRefusedException;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.springframework.dao.OptimisticLockingFailureException;

/** Adds a webhook, or changes one. Its address is not shown again, since it can hold a key. */
class WebhookDialog extends Dialog {

    private final transient WebhookService webhooks;
    private final transient Optional<Webhook> seen;
    private final transient Runnable done;
    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<WebhookFormat> format = new RadioButtonGroup<>("What it is sent");
    private final TextField address = new TextField("Address");
    private final TextField internalHost = new TextField("Host in your own network");
    private final CheckboxGroup<NoticeKind> kinds = new CheckboxGroup<>("What it is told");
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button save = new Button("Save", click -> save());
    private boolean stored;

    /**
     * @param seen the one to change, as it is now; nothing to add one
     * @param done called once it is saved
     */
    WebhookDialog(WebhookService webhooks, Optional<Webhook> seen, Runnable done) {
        this.webhooks = webhooks;
        this.seen = seen;
        this.done = done;
        setHeaderTitle(seen.map(of -> "Change “" + of.name() + "”").orElse("Add webhook"));
        setWidth("560px");
        describe();
        seen.ifPresentOrElse(this::fill, this::fillNew);
        WebhookDraft before = draft();
        Div form = new Div(name, format, address, internalHost, kinds, refusal);
        form.addClassName("form");
        add(form);
        UnsavedChanges.of(form, () -> !stored && !draft().equals(before), "The webhook is not saved.");
        refusal.standsAt(new FormFields()
                .with(WebhookRefusedException.NAME, name)
                .with(WebhookRefusedException.ADDRESS, address)
                .with(WebhookRefusedException.INTERNAL_HOST, internalHost)
                .with(WebhookRefusedException.KINDS, kinds));
        refusal.enablesAgain(save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), save);
        name.setAutofocus(true);
    }

    private void describe() {
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(100);
        name.setWidthFull();
        format.setItems(WebhookFormat.values());
        format.setItemLabelGenerator(WebhookFormat::label);
        address.setWidthFull();
        address.setPlaceholder("https://");
        address.setHelperText(seen.map(of -> "It leads to " + of.host() + ". Leave this empty to keep it.")
                .orElse("It is kept encrypted, and not shown again. Redirects are not followed."));
        address.setRequiredIndicatorVisible(seen.isEmpty());
        internalHost.setWidthFull();
        internalHost.setHelperText(
                "Only where the address leads into a network of yours: enter its host once more. Else such addresses are refused.");
        kinds.setItems(NoticeKind.values());
        kinds.setItemLabelGenerator(NoticeKind::label);
        kinds.addThemeVariants(CheckboxGroupVariant.AURA_HORIZONTAL);
    }

    private void fill(Webhook of) {
        name.setValue(of.name());
        format.setValue(of.format());
        internalHost.setValue(Objects.requireNonNullElse(of.internalHost(), ""));
        kinds.setValue(of.kinds());
    }

    private void fillNew() {
        format.setValue(WebhookFormat.TEAMS);
        Set<NoticeKind> all = EnumSet.allOf(NoticeKind.class);
        all.removeAll(Set.of(NoticeKind.MENTIONED, NoticeKind.TASK_CHANGED));
        kinds.setValue(all);
    }

    private WebhookDraft draft() {
        return new WebhookDraft(
                name.getValue(), format.getValue(), address.getValue(), internalHost.getValue(), kinds.getValue());
    }

    private void save() {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        try {
            Optional<String> secret = Optional.empty();
            if (seen.isPresent()) {
                webhooks.change(seen.get(), draft());
            } else {
                secret = webhooks.add(draft());
            }
            stored = true;
            close();
            done.run();
            Notices.info("Webhook saved");
            secret.ifPresent(shown -> new SecretDialog(name.getValue().strip(), shown, "").open());
        } catch (WebhookRefusedException e) {
            refusal.say(String.valueOf(e.getMessage()), e.about());
        } catch (OptimisticLockingFailureException e) {
            refusal.say(
                    "Somebody else changed or removed this webhook meanwhile. Nothing was saved: close this and look"
                            + " at how it is now.");
        }
    }
}
