package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;

/** The link to the audit log. */
public final class AuditLink {

    static final String PATH = "audit";

    private AuditLink() {}

    /** Returns the link to all entries that name an ID. */
    public static Anchor about(UUID id, String text) {
        return new Anchor(PATH + "?search=" + id, text);
    }
}
