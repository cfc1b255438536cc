package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.function.Supplier;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.mail.MailService;

/** How mail goes: the server, a test, and what became of the last fifty. */
class MailSection extends Composite<Section> {

    private final transient MailService mail;
    private final transient Clock clock;
    private final Div standing = new Div();
    private final DispatchTable latest;
    private final LongWork work = new LongWork();
    private final Button test = new Button("Send a test", click -> test());

    MailSection(MailService mail, PersonNames names, OpenPages openPages, Clock clock) {
        this.mail = mail;
        this.clock = clock;
        this.latest = new DispatchTable("To", id -> names.realName(id).orElse(id), "No mail yet", clock);
        standing.addClassName("stack");
        test.setDisableOnClick(true);
        if (mail.isSet()) {
            Div buttons = new Div(test);
            buttons.addClassName("buttons");
            Div all = new Div(standing, buttons, work, latest);
            all.addClassName("stack");
            getContent().add(all);
            show();
            openPages.follow(getContent(), DeliveriesChanged.class, this::show);
        } else {
            getContent()
                    .add(
                            new Paragraph(
                                    "No mail server is set: notices are shown in the portal only. Whoever operates the"
                                            + " portal sets SPRING_MAIL_HOST and what else the server needs, and starts it again."));
        }
    }

    @Override
    protected Section initContent() {
        return new Section("Mail");
    }

    private void show() {
        standing.removeAll();
        standing.add(new Paragraph("By " + mail.description() + "."));
        mail.outage()
                .ifPresent(outage -> standing.add(Callout.bad("Nothing can be sent since "
                        + TimeDisplay.shortly(outage.since(), clock.instant(), TimeDisplay.zone()) + ". "
                        + outage.problem() + " It is tried again by itself; nothing is lost.")));
        latest.show(mail.latest());
    }

    /** Beside the page: the server may take its time. */
    private void test() {
        work.carryThrough("A test is sent to you.", LongWork.FEW + 1, progress -> mail.test(), this::tell);
    }

    private void tell(Supplier<String> outcome) {
        test.setEnabled(true);
        try {
            Notices.info(outcome.get());
        } catch (CarryingFailedException e) {
            Notices.problem(e.problem());
        }
        show();
    }
}
