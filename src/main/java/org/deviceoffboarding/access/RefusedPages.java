package org.deviceoffboarding.access;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.deviceoffboarding.access.session.TakenRoles;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.stereotype.Component;

/** Remembers, in the audit log, which pages the person signed in was refused. */
@Component
public class RefusedPages {

    private final AccessAudit audit;
    private final CurrentActor currentActor;

    RefusedPages(AccessAudit audit, CurrentActor currentActor) {
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Adds an audit entry in a transaction of its own, unless the page was made anew by itself.
     *
     * @param path of the page, without a slash in front
     */
    public void remember(String path) {
        if (VaadinSession.getCurrent() != null
                && VaadinSession.getCurrent().getSession() instanceof WrappedHttpSession browser
                && TakenRoles.isMadeAnew(browser.getHttpSession(), path)) {
            return;
        }
        currentActor.find().ifPresent(actor -> audit.refusedPage(actor, path));
    }
}
