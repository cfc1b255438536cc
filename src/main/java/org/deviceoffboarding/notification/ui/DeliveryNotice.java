package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.delivery.WaitedService;
import org.deviceoffboarding.notification.mail.MailService;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.springframework.core.annotation.Order;

/**
 * Says to owners above every page that mail or a webhook is away, for as long as it is, and that notices of a restored database wait for
 * them. What comes right with the second try is not said.
 */
@org.springframework.stereotype.Component
@Order(16)
class DeliveryNotice implements ShellSection {

    /** So often in a row it has to fail: a fault of a few seconds is none to look at. */
    private static final int FAILURES = 3;

    private final MailService mail;
    private final WebhookService webhooks;
    private final WaitedService waited;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    DeliveryNotice(
            MailService mail,
            WebhookService webhooks,
            WaitedService waited,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.mail = mail;
        this.webhooks = webhooks;
        this.waited = waited;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Lines();
    }

    private List<String> sentences() {
        return currentActor.may(Capability.SEND_NOTICES)
                ? Stream.of(mail(), webhooks(), waited())
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private Optional<String> mail() {
        return mail.outage()
                .filter(outage -> outage.failures() >= FAILURES)
                .map(outage -> "No mail could be sent since "
                        + TimeDisplay.shortly(outage.since(), clock.instant(), TimeDisplay.zone()) + ". "
                        + outage.problem() + " It is tried again by itself; nothing is lost.");
    }

    private Optional<String> webhooks() {
        List<Destination> failing = webhooks.states().stream()
                .filter(each -> each.offAt() != null || each.failures() >= FAILURES)
                .toList();
        return switch (failing.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(webhook(failing.getFirst()));
            default ->
                Optional.of(Amounts.number(failing.size()) + " webhooks fail: "
                        + failing.stream().map(this::name).collect(Collectors.joining(", ")) + ".");
        };
    }

    private String webhook(Destination of) {
        String problem = of.problem() == null ? "" : " " + of.problem();
        return of.offAt() != null
                ? "The webhook " + name(of) + " is switched off." + problem
                        + " Nothing is sent to it until you switch it on."
                : "The webhook " + name(of) + " fails since "
                        + TimeDisplay.shortly(
                                Optional.ofNullable(of.failingSince()).orElseGet(clock::instant),
                                clock.instant(),
                                TimeDisplay.zone())
                        + "." + problem + " It is tried again by itself; nothing is lost.";
    }

    private String name(Destination of) {
        Map<String, String> names = webhooks.all().stream()
                .collect(Collectors.toMap(webhook -> String.valueOf(webhook.id()), Webhook::name));
        return "“" + names.getOrDefault(of.target(), of.target()) + "”";
    }

    private Optional<String> waited() {
        long count = waited.count().values().stream().mapToLong(Long::longValue).sum();
        return count == 0
                ? Optional.empty()
                : Optional.of(Amounts.count(count, "mail or notice to a webhook", "mails and notices to webhooks")
                        + " waited in the restored backup. Say whether to send what may have been sent before.");
    }

    private class Lines extends Div implements AfterNavigationObserver {

        private transient List<String> said = List.of();

        Lines() {
            addClassName("shell-sections");
            getElement().setAttribute("role", "status");
            setVisible(false);
            openPages.follow(this, DeliveriesChanged.class, this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            List<String> sentences = sentences();
            if (!sentences.equals(said)) {
                said = sentences;
                removeAll();
                sentences.forEach(each -> add(line(each)));
                setVisible(!sentences.isEmpty());
            }
        }

        private Div line(String sentence) {
            Span text = new Span(sentence);
            text.addClassName("notice-text");
            Div line = new Div(text, new Anchor(NotificationsView.PATH, "See the notifications"));
            line.addClassNames("notice", "notice-attention");
            return line;
        }
    }
}
