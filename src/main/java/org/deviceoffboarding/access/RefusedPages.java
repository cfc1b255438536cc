package org.deviceoffboarding.access;

import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;

/** Remembers, in the audit log, which pages people were refused. */
@Component
public class RefusedPages {

    private final AccessAudit audit;

    RefusedPages(AccessAudit audit) {
        this.audit = audit;
    }

    /**
     * Adds an audit entry in a transaction of its own.
     *
     * @param path of the page, without a slash in front
     */
    public void remember(Actor actor, String path) {
        audit.refusedPage(actor, path);
    }
}
