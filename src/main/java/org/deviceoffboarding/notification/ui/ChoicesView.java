package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.choice.ChoiceService;
import org.deviceoffboarding.notification.choice.ChoicesChangedException;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.mail.MailService;

/** Of which notices the person signed in hears, how, and when mail comes. */
@Route(ChoicesView.PATH)
@PageTitle("Choose what you are told")
@May(Capability.READ)
class ChoicesView extends Composite<Div> {

    static final String PATH = NoticeLinks.CHOICES;

    private final transient ChoiceService choices;
    private final transient MailService mail;
    private final transient Clock clock;
    private final Div standing = new Div();
    private final Div form = new Div();
    private final Div news = new Div();
    private transient NoticeChoices opened;
    private transient NoticeChoices seen;
    private transient ChoicesForm fields;

    ChoicesView(ChoiceService choices, MailService mail, OpenPages openPages, Clock clock) {
        this.choices = choices;
        this.mail = mail;
        this.clock = clock;
        standing.addClassName("stack");
        form.addClassName("stack");
        opened = choices.own();
        seen = opened;
        fields = new ChoicesForm(seen, mail.isSet());
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("page-content");
        getContent()
                .add(
                        new Breadcrumb(NoticesView.PATH, "Notices"),
                        new PageHeader("Choose what you are told").withActions(save),
                        new Paragraph("You are told of what concerns you, and never of what you did yourself."),
                        standing,
                        news,
                        form);
        showForm();
        showStanding();
        openPages.follow(getContent(), DeliveriesChanged.class, this::showStanding);
    }

    private void showForm() {
        form.removeAll();
        form.add(new Section("What, and how", fields.ways()));
        if (mail.isSet()) {
            form.add(new Section("When mail comes", fields.timing()));
        }
    }

    private void showStanding() {
        standing.removeAll();
        if (!mail.isSet()) {
            standing.add(Callout.attention(
                    "No mail server is set for this portal, so that notices are shown in the portal only. Whoever operates it"
                            + " can set one."));
            return;
        }
        standing.add(new Paragraph(mail.ownAddress()
                .map(address -> "Mail goes to " + address + ", as your tenant tells it.")
                .orElse("Your tenant tells no mail address of yours, so that no mail can be sent to you.")));
        mail.own().filter(own -> own.failingSince() != null).ifPresent(own -> standing.add(failing(own)));
    }

    private Component failing(Destination own) {
        if (own.offAt() == null) {
            return Callout.attention("Mail to you fails since "
                    + (own.failingSince() == null
                            ? "a while"
                            : TimeDisplay.shortly(own.failingSince(), clock.instant(), TimeDisplay.zone()))
                    + ", and is tried again. " + own.problem());
        }
        Button again = new Button("Switch mail on again", click -> {
            mail.switchOn();
            Notices.info("Mail is sent to you again.");
        });
        Div buttons = new Div(again);
        buttons.addClassName("buttons");
        Div box = new Div(Callout.bad("Mail to you failed for days and was switched off. " + own.problem()), buttons);
        box.addClassName("stack");
        return box;
    }

    private void save() {
        if (!fields.isValid()) {
            return;
        }
        try {
            choices.save(seen, fields.value());
        } catch (ChoicesChangedException e) {
            goOnFrom(e.now());
            return;
        }
        opened = choices.own();
        seen = opened;
        fields = new ChoicesForm(seen, mail.isSet());
        news.removeAll();
        showForm();
        Notices.info("Saved. It holds for mail that waits, too.");
    }

    /** What was chosen here stays in the fields; what was not touched here is as it was saved elsewhere. */
    private void goOnFrom(NoticeChoices now) {
        NoticeChoices chosen = fields.value().since(fields.saved(), now);
        seen = now;
        fields = new ChoicesForm(now, mail.isSet());
        fields.choose(chosen);
        news.removeAll();
        news.add(new ChosenMeanwhile(opened, now, fields.value()));
        showForm();
        Notices.problem(
                "Nothing was saved: other choices of yours were saved meanwhile. Look at both, then save again.");
    }
}
