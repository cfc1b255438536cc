package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.notification.delivery.WaitedService;
import org.deviceoffboarding.notification.mail.MailService;
import org.deviceoffboarding.notification.webhook.WebhookService;

/** Where notices are sent to: by mail, and to other systems. */
@Route(NotificationsView.PATH)
@PageTitle("Notifications")
@May(Capability.SEND_NOTICES)
class NotificationsView extends Composite<Div> {

    static final String PATH = "settings/notifications";

    NotificationsView(
            MailService mail,
            WebhookService webhooks,
            WaitedService waited,
            PersonNames names,
            SettingsTabs tabs,
            OpenPages openPages,
            Clock clock) {
        getContent().addClassName("page-content");
        getContent()
                .add(
                        tabs.on(PATH),
                        new PageHeader("Notifications"),
                        new Paragraph("Everybody is told in the portal, and chooses there what they hear by mail."),
                        new WaitedSection(waited, webhooks, names, openPages, clock),
                        new MailSection(mail, names, openPages, clock),
                        new WebhookSection(webhooks, openPages, clock));
    }
}
