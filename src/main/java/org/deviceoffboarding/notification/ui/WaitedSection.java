package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.WaitedParcel;
import org.deviceoffboarding.notification.delivery.WaitedService;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookService;

/** What waited in a restored database, with what an owner can say of it. Not there where nothing waited. */
class WaitedSection extends Composite<Section> {

    private final transient WaitedService waited;
    private final transient WebhookService webhooks;
    private final transient PersonNames people;
    private final transient Clock clock;
    private final Grid<WaitedParcel> rows = new Grid<>();
    private final Paragraph amount = new Paragraph();
    private final Button send =
            new Button("Send the selected", click -> decide(WaitedSection.this.waited::send, "sent"));
    private final Button leaveOut = new Button("Leave the selected out…", click -> askToLeaveOut());
    private transient Map<String, String> webhookNames = Map.of();

    WaitedSection(WaitedService waited, WebhookService webhooks, PersonNames people, OpenPages openPages, Clock clock) {
        this.waited = waited;
        this.webhooks = webhooks;
        this.people = people;
        this.clock = clock;
        addColumns();
        rows.setSelectionMode(Grid.SelectionMode.MULTI);
        rows.addSelectionListener(
                selected -> enable(!selected.getAllSelectedItems().isEmpty()));
        rows.setAriaLabel("Waited in the restored backup");
        Div buttons = new Div(send, leaveOut);
        buttons.addClassName("buttons");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        Div all = new Div(amount, rows, buttons);
        all.addClassName("stack");
        getContent().add(all);
        show();
        openPages.follow(getContent(), DeliveriesChanged.class, this::show);
    }

    @Override
    protected Section initContent() {
        return new Section("Waited in the restored backup");
    }

    private void addColumns() {
        rows.addComponentColumn(row -> TimeDisplay.span(row.madeAt(), clock.instant()))
                .setHeader("Since")
                .setKey("since")
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> wrapped(name(row)))
                .setHeader("To")
                .setKey("target")
                .setWidth("140px")
                .setFlexGrow(1);
        var what = rows.addComponentColumn(row -> wrapped(what(row)))
                .setHeader("Notice")
                .setKey("notice")
                .setWidth("200px")
                .setFlexGrow(3);
        NarrowColumns.follow(rows, narrow -> what.setVisible(!narrow));
    }

    private void show() {
        List<WaitedParcel> all = waited.find();
        getContent().setVisible(!all.isEmpty());
        if (!all.isEmpty()) {
            long total =
                    waited.count().values().stream().mapToLong(Long::longValue).sum();
            amount.setText(sentence(total, all.size()));
            webhookNames = webhooks.all().stream()
                    .collect(Collectors.toMap(webhook -> String.valueOf(webhook.id()), Webhook::name));
        }
        if (!all.equals(rows.getListDataView().getItems().toList())) {
            rows.setItems(all);
            enable(false);
        }
    }

    private static String sentence(long total, int listed) {
        return Amounts.count(total, "mail or notice to a webhook", "mails and notices to webhooks")
                + " waited when the backup was made, and may have been sent before it was restored. None is sent before you say so; what"
                + " is sent has the ID that it had."
                + (total > listed ? " The oldest " + Amounts.number(listed) + " are listed." : "");
    }

    private String name(WaitedParcel row) {
        return row.kind() == DestinationKind.MAIL
                ? "Mail to " + people.realName(row.target()).orElse(row.target())
                : "Webhook " + webhookNames.getOrDefault(row.target(), row.target());
    }

    private static String what(WaitedParcel row) {
        String all = String.join(" ", row.sentences());
        return (row.sentences().size() > 1 ? row.sentences().size() + " notices: " + all : all)
                + (row.attempts() > 0 ? " Tried " + row.attempts() + "×." : "");
    }

    private void enable(boolean any) {
        send.setEnabled(any);
        leaveOut.setEnabled(any);
    }

    private void askToLeaveOut() {
        int count = rows.getSelectedItems().size();
        new LossDialog(
                        "Leave " + (count == 1 ? "it" : Amounts.number(count)) + " out?",
                        "It is not sent any more. Who was told in the portal still sees it there.",
                        "Leave out",
                        "Keep",
                        () -> decide(waited::leaveOut, "left out"))
                .open();
    }

    private void decide(ToLongFunction<Collection<UUID>> decision, String done) {
        List<UUID> ids = rows.getSelectedItems().stream().map(WaitedParcel::id).toList();
        long decided = decision.applyAsLong(ids);
        Notices.info(Amounts.count(decided, "is " + done + ".", "are " + done + "."));
        show();
    }

    private static Component wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }
}
