package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.deviceoffboarding.base.ui.shell.MainLayout;

/** What a person sees at an address that leads nowhere. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
@PageTitle("Not found")
class NotFoundView extends Composite<Div> implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        getContent().removeAll();
        getContent().addClassName("page-content");
        getContent()
                .add(
                        new PageHeader("There is no such page"),
                        new Paragraph("The address is wrong, or what it led to is gone."),
                        new Anchor("", "Go to Overview"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
