package org.deviceoffboarding.audit.restored;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.LampLit;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the database of an application be what it was before its newest checkpoint, as a backup that is restored makes it. */
public final class RestoredBackup {

    private static final List<String> TABLES = List.of(
            "audit_entry",
            "audit_leaf",
            "audit_checkpoint",
            "audit_unsealed",
            "audit_restoration",
            "audit_restoration_confirmed");

    private RestoredBackup() {}

    /** Seals what there is, which is the backup; seals another entry; and restores the backup. */
    public static void restore(ApplicationContext application) {
        Sealing.allOf(application);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        long size = size(jdbc);
        record(application);
        Sealing.allOf(application);
        triggers(jdbc, "disable");
        TestDatabase.asAdministrator(
                jdbc,
                "delete from audit_entry where id in (select entry_id from audit_leaf where number > " + size + ")");
        TestDatabase.asAdministrator(jdbc, "delete from audit_leaf where number > " + size);
        TestDatabase.asAdministrator(jdbc, "delete from audit_checkpoint where size > " + size);
        triggers(jdbc, "enable");
    }

    /** Lets nothing of it be known, and the log go on. */
    public static void forget(ApplicationContext application) {
        application
                .getBean(RestorationRepository.class)
                .confirm(Actor.PORTAL, application.getBean(Clock.class).instant(), FoundRestoration::sizeInside);
        record(application);
        Sealing.allOf(application);
    }

    static long size(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(number), 0) from audit_leaf")
                .query(Long.class)
                .single();
    }

    static void record(ApplicationContext application) {
        application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> application.getBean(AuditLog.class).record(Actor.PORTAL, new LampLit()));
    }

    private static void triggers(JdbcClient jdbc, String what) {
        TABLES.forEach(
                table -> TestDatabase.asAdministrator(jdbc, "alter table " + table + " " + what + " trigger user"));
    }
}
