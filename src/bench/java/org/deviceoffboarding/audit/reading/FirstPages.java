package org.deviceoffboarding.audit.reading;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log's pages as the service does, without its security. */
public final class FirstPages {

    private static final int ROWS = 50;

    private final AuditEntryRepository entries;

    public FirstPages(JdbcClient jdbc) {
        entries = new AuditEntryRepository(jdbc, new NameSearch(jdbc, new WordSearch(jdbc)), new WholeEntries(jdbc));
    }

    /** Returns the newest entries that match. */
    public List<AuditEntry> of(AuditFilter filter) {
        return entries.find(filter, AuditPart.newest(ROWS));
    }

    /** Returns how many match, as the page says it. */
    public String count(AuditFilter filter) {
        return entries.roughly(filter).toString();
    }
}
