package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that waits for an owner in the transaction of a test. */
public final class HeldDatabase {

    private HeldDatabase() {}

    /** Lets it wait, since the checkpoints beside it are of another log. */
    public static void begin(JdbcClient jdbc) {
        jdbc.sql("insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), 0, 7, ?)")
                .params(TestAuditFiles.key()
                        .sign(new Checkpoint("held", 7, new byte[32], Instant.EPOCH))
                        .text())
                .update();
    }

    /** Lets it wait no longer. */
    public static void end(JdbcClient jdbc) {
        TestDatabase.asAdministrator(jdbc, "alter table audit_restoration disable trigger user");
        TestDatabase.asAdministrator(jdbc, "delete from audit_restoration where note like 'held%'");
        TestDatabase.asAdministrator(jdbc, "alter table audit_restoration enable trigger user");
    }
}
