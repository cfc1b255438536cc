package org.deviceoffboarding.access;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.access.session.EndedSession;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Binds pages to the person who opened them. What a page asks for once another person is signed in, or nobody, is not carried
 * out: the page is led to {@link PageEnd}, which says who is signed in now.
 */
@Component
class PageOwners implements VaadinServiceInitListener {

    private static final String OWNER = PageOwners.class.getName() + ".owner";

    private final CurrentActor currentActor;
    private final ServletContext portal;

    PageOwners(CurrentActor currentActor, ServletContext portal) {
        this.currentActor = currentActor;
        this.portal = portal;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> start.getSession().setAttribute(OWNER, person()));
        event.getSource().setSystemMessagesProvider(page -> messages());
        event.addRequestHandler(new PageRequests(this::ownOrEnded));
        event.addRequestHandler(this::endOfAnothers);
    }

    /** Returns whether the pages of a session are the present person's; ends them all where they are not. The caller holds its lock. */
    private boolean ownOrEnded(VaadinSession session) {
        if (person().equals(session.getAttribute(OWNER))) {
            return true;
        }
        session.close();
        return false;
    }

    /** Answers what is not asked for by a click: downloads, pictures, signs of life, and pages that are opened. */
    private boolean endOfAnothers(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (ApplicationConstants.REQUEST_TYPE_UIDL.equals(type(request)) || own(session)) {
            return false;
        }
        HttpServletRequest asked = ((VaadinServletRequest) request).getHttpServletRequest();
        HttpServletResponse answer = ((VaadinServletResponse) response).getHttpServletResponse();
        if (type(request) == null && !asked.getRequestURI().contains("/VAADIN/")) {
            answer.sendRedirect(asked.getRequestURI()); // its next request begins a session of its own
        } else {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return true;
    }

    private boolean own(VaadinSession session) {
        session.lock();
        try {
            return ownOrEnded(session);
        } finally {
            session.unlock();
        }
    }

    private SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false); // the page that it is led to says more
        String end = portal.getContextPath()
                + PageEnd.pathOf(
                        person(),
                        EndedSession.key(SecurityContextHolder.getContext().getAuthentication()));
        messages.setSessionExpiredURL(end);
        messages.setCookiesDisabledNotificationEnabled(false); // the cookie was there, and is gone
        messages.setCookiesDisabledURL(end);
        messages.setInternalErrorCaption("This page can't go on");
        messages.setInternalErrorMessage("The portal could not read what it sent. Click here to load it again.");
        return messages;
    }

    private String person() {
        return currentActor.find().map(Actor::id).orElse("");
    }

    private static @Nullable String type(VaadinRequest request) {
        return request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
    }
}
