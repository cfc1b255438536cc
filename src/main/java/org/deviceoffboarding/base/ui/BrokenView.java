package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.deviceoffboarding.base.ui.shell.MainLayout;

/** What a person sees instead of a page that could not be made: that it is not their fault, and where the cause stands. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
@PageTitle("Something went wrong")
class BrokenView extends Composite<Div> implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = PageErrorHandler.log(parameter.getException());
        getContent().removeAll();
        getContent().addClassName("page-content");
        getContent()
                .add(
                        new PageHeader("This page could not be shown"),
                        new Paragraph(PageErrorHandler.sentence(parameter.getException(), reference)),
                        new Anchor(event.getLocation().getPathWithQueryParameters(), "Try again"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
