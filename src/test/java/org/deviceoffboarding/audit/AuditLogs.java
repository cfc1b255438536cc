package org.deviceoffboarding.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes an audit log without an application around it. */
public final class AuditLogs {

    private AuditLogs() {}

    /** Returns one that records in whatever transaction there is. */
    public static AuditLog on(JdbcClient jdbc, Clock clock) {
        return new AuditLog(new AuditEntryWriter(jdbc), news(), clock);
    }

    /** Returns news that nobody hears. */
    public static AuditLogNews news() {
        return new AuditLogNews(event -> {}, later -> {});
    }
}
