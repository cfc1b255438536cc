package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.delivery.Dispatch;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookRefusedException;
import org.deviceoffboarding.notification.webhook.WebhookService;

/** The webhooks: how each goes, what can be done with it, and what became of the last fifty notices. */
class WebhookSection extends Composite<Section> {

    private final transient WebhookService webhooks;
    private final transient SecretQuestions secrets;
    private final transient Clock clock;
    private final Div lines = new Div();
    private final LongWork work = new LongWork();
    private final DispatchTable latest;
    private transient Map<String, String> names = Map.of();

    WebhookSection(WebhookService webhooks, OpenPages openPages, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = new SecretQuestions(webhooks, this::show, clock);
        this.clock = clock;
        this.latest = new DispatchTable("Webhook", id -> names.getOrDefault(id, "Removed"), "Nothing sent yet", clock);
        lines.addClassName("stack");
        Button add =
                new Button("Add webhook…", click -> new WebhookDialog(webhooks, Optional.empty(), this::show).open());
        Div buttons = new Div(add);
        buttons.addClassName("buttons");
        Div all = new Div(
                new Paragraph("Other systems are told over HTTPS: a Microsoft Teams workflow, or whatever takes"
                        + " signed CloudEvents. What one does not take is sent again, in order and with the same ID;"
                        + " after three days of failure it is switched off."),
                lines,
                work,
                buttons,
                latest);
        all.addClassName("stack");
        getContent().add(all);
        show();
        openPages.follow(getContent(), DeliveriesChanged.class, this::show);
    }

    @Override
    protected Section initContent() {
        return new Section("Webhooks");
    }

    private void show() {
        List<Webhook> all = webhooks.all();
        names = all.stream().collect(Collectors.toMap(webhook -> String.valueOf(webhook.id()), Webhook::name));
        Map<String, Destination> states =
                webhooks.states().stream().collect(Collectors.toMap(Destination::target, Function.identity()));
        lines.removeAll();
        List<Dispatch> dispatches = webhooks.latest();
        all.forEach(webhook ->
                lines.add(line(webhook, Optional.ofNullable(states.get(String.valueOf(webhook.id()))), dispatches)));
        latest.show(dispatches);
        latest.setVisible(!all.isEmpty());
    }

    private Component line(Webhook webhook, Optional<Destination> state, List<Dispatch> dispatches) {
        Div line = new Div(
                new H3(webhook.name()),
                new WebhookFacts(webhook, state, last(webhook, dispatches), clock.instant()),
                buttons(webhook, state));
        line.addClassNames("stack", "webhook-line");
        return line;
    }

    private static Optional<Dispatch> last(Webhook webhook, List<Dispatch> dispatches) {
        return dispatches.stream()
                .filter(each -> each.target().equals(String.valueOf(webhook.id())))
                .findFirst();
    }

    private Div buttons(Webhook webhook, Optional<Destination> state) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        buttons.add(
                button("Change…", webhook, () -> change(webhook)), button("Send a test", webhook, () -> test(webhook)));
        if (webhook.format() == WebhookFormat.CLOUD_EVENTS) {
            buttons.add(button("New secret…", webhook, () -> secrets.replace(webhook)));
            if (secrets.isOldUsed(webhook)) {
                buttons.add(button("End the old secret…", webhook, () -> secrets.endOld(webhook)));
            }
        }
        state.filter(of -> of.failingSince() != null)
                .ifPresent(of -> buttons.add(button(
                        of.offAt() == null ? "Try now" : "Switch on", webhook, () -> webhooks.switchOn(webhook.id()))));
        buttons.add(button("Remove…", webhook, () -> remove(webhook, state)));
        return buttons;
    }

    private Button button(String text, Webhook of, Runnable action) {
        Button button = new Button(text, click -> {
            action.run();
            show();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(text.replace("…", "") + ": " + of.name());
        return button;
    }

    private void change(Webhook webhook) {
        webhooks.get(webhook.id())
                .ifPresentOrElse(
                        now -> new WebhookDialog(webhooks, Optional.of(now), this::show).open(),
                        () -> Notices.info("Somebody removed this webhook."));
    }

    private void remove(Webhook webhook, Optional<Destination> state) {
        long waiting = state.map(Destination::waiting).orElse(0L);
        new LossDialog(
                        "Remove the webhook “" + webhook.name() + "”?",
                        "It is told nothing more. "
                                + (waiting == 0
                                        ? "Nothing waits for it."
                                        : Amounts.count(waiting, "notice that waits", "notices that wait")
                                                + " for it will not be sent."),
                        "Remove",
                        "Keep the webhook",
                        () -> {
                            webhooks.remove(webhook.id());
                            show();
                        })
                .open();
    }

    /** Beside the page: the other system may take its time. */
    private void test(Webhook webhook) {
        work.carryThrough(
                "A test is sent to " + webhook.name() + ".",
                LongWork.FEW + 1,
                progress -> webhooks.test(webhook.id()),
                this::tell);
    }

    private void tell(Supplier<String> outcome) {
        try {
            Notices.info(outcome.get());
        } catch (CarryingFailedException e) {
            Notices.problem(e.problem());
        } catch (WebhookRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
        show();
    }
}
