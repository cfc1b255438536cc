package org.deviceoffboarding.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.deviceoffboarding.access.RefusedPages;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Needed;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.shell.MainLayout;

/** What a person sees who may not see a page: which role to ask for, and whom. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
@PageTitle("No access")
class RefusedView extends Composite<Div> implements HasErrorParameter<AccessDeniedException> {

    private final transient CurrentActor currentActor;
    private final transient RefusedPages refusedPages;

    RefusedView(CurrentActor currentActor, RefusedPages refusedPages) {
        this.currentActor = currentActor;
        this.refusedPages = refusedPages;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        String path = event.getLocation().getPath();
        refusedPages.remember(path);
        getContent().removeAll();
        getContent().addClassName("page-content");
        getContent().add(new PageHeader(title()), new Paragraph(advice(path)));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    private String title() {
        return currentActor.may(Capability.READ) ? "You may not see this page" : "You have no role in this portal";
    }

    private String advice(String path) {
        String name = currentActor
                .find()
                .map(person -> PersonDisplay.realName(person)
                        .map(known -> known + " (" + person.name() + ")")
                        .orElse(person.name()))
                .orElse("nobody");
        return "You are signed in as %s. Ask an administrator of your tenant to give you the app role %s for this application (Entra admin center > Enterprise applications > this portal > Users and groups), then sign out and in again."
                .formatted(name, neededRole(path));
    }

    private static String neededRole(String path) {
        // The event's navigation target is this view by now, so the page that was asked for is looked up again.
        return RouteConfiguration.forSessionScope()
                .getRoute(path)
                .flatMap(Needed::toOpen)
                .orElse(Capability.READ)
                .needs();
    }
}
