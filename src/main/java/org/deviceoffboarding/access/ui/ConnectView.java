package org.deviceoffboarding.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.stream.Stream;
import org.deviceoffboarding.access.ConnectionNeeds;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.shell.ConnectLink;

/** How to leave the demo: what to register in a tenant of one's own, and which settings to start the portal with. */
@Route(ConnectLink.PATH)
@PageTitle("Connect a real tenant")
@May(Capability.READ)
class ConnectView extends Composite<Div> implements BeforeEnterObserver {

    private static final String PORTAL = "https://<your portal>";

    private final transient TenantProperties tenant;

    ConnectView(TenantProperties tenant, ConnectionNeeds needs) {
        this.tenant = tenant;
        getContent().addClassName("page-content");
        getContent()
                .add(
                        new PageHeader("Connect a real tenant"),
                        new Paragraph(
                                "Nothing of the demo goes with you: the portal starts with a tenant of your own, and the"
                                        + " demo tenant does not start then."),
                        new Section(
                                "1. Register the portal in Entra",
                                new Paragraph(
                                        "In the Entra admin center, App registrations > New registration: accounts in this"
                                                + " organizational directory only, with these redirect URIs of the type Web."),
                                codes(needs.redirectPaths().stream().map(PORTAL::concat))),
                        new Section(
                                "2. Let it prove itself",
                                new Paragraph(
                                        "Certificates & secrets > New client secret. Keep its value for step 5. Better is a certificate"
                                                + " or, where the portal's platform issues tokens (such as Kubernetes), a federated"
                                                + " credential: then no secret has to be kept.")),
                        new Section(
                                "3. Say who may do what",
                                new Paragraph(
                                        "App roles: create these for users and groups, with the names as values. Assign"
                                                + " them under Enterprise applications > your portal > Users and groups."),
                                codes(Stream.of("Reader", "Operator", "Approver", "Owner", "Auditor"))),
                        new Section(
                                "4. Permit what it reads and does",
                                new Paragraph(
                                        "API permissions > Microsoft Graph > Delegated permissions: these, with admin"
                                                + " consent. The agent only reads; what is approved is carried out with the approver's own"
                                                + " sign-in."),
                                codes(needs.permissions().stream())),
                        new Section(
                                "5. Start the portal with these settings",
                                settings(),
                                new Paragraph(
                                        "Put a proxy with TLS in front of it, sign in as an owner, and start the agent"
                                                + " under Settings. The portal tries each permission and names what is missing.")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!tenant.demo()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private static Component settings() {
        return new Facts()
                .with("PORTAL_TENANT_ISSUER_URI", "https://login.microsoftonline.com/<tenant-id>/v2.0")
                .with("PORTAL_TENANT_CLIENT_ID", "the application (client) ID")
                .with("PORTAL_TENANT_CLIENT_SECRET", "the client secret")
                .with(
                        "PORTAL_TENANT_CERTIFICATE_FILE",
                        "in its place: a PEM file with the private key and the certificate")
                .with(
                        "PORTAL_TENANT_FEDERATED_TOKEN_FILE",
                        "in its place: the file that the platform writes its token to")
                .with("PORTAL_TENANT_NAME", "what people call the tenant; may be left out")
                .with("PORTAL_PUBLIC_URL", PORTAL + ", the address that people use");
    }

    private static UnorderedList codes(Stream<String> texts) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        texts.forEach(text -> {
            Code code = new Code(text);
            code.addClassName("mono");
            list.add(new ListItem(code));
        });
        return list;
    }
}
