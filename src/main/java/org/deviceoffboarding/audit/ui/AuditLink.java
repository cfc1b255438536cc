package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.base.ui.search.ListAddress;

/** The links to the audit log, narrowed. */
public final class AuditLink {

    static final String PATH = "audit";

    /** Below it is the page of each entry. */
    static final String ENTRY = "audit/entry";

    private AuditLink() {}

    /** Returns the link to all entries that concern a device. */
    public static Anchor about(UUID objectId, String text) {
        return new Anchor(narrowed("device", objectId.toString()), text);
    }

    /** Returns the link to all entries about a thing, such as {@code request:42}. */
    public static Anchor about(String subject, String text) {
        return new Anchor(narrowed("about", subject), text);
    }

    /** Returns the address of the log with one filter. */
    static String narrowed(String filter, String value) {
        return ListAddress.narrowed(PATH, filter, value);
    }

    static String entry(AuditEntry entry) {
        return entry(entry.key());
    }

    static String entry(String key) {
        return ENTRY + "/" + key;
    }
}
