package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what was found to what the tenant was made with; whatever differs ends the measurement. */
final class KnownAnswer {

    private final MeasuredTenant tenant;

    KnownAnswer(MeasuredTenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Each device that a situation was made for is found in it, suggested or left out; no other is, but those that are left out
     * to be on the safe side.
     */
    void require(MeasuredPortal portal) throws IOException, SQLException {
        try (Statement statement = portal.connection().getConnection().createStatement();
                InputStream situations = Files.newInputStream(tenant.situations())) {
            statement.execute("create temporary table made (object_id uuid primary key, situation text not null)");
            portal.connection()
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy made from stdin", situations);
        }
        JdbcClient jdbc = portal.jdbc();
        same("Entra devices", tenant.entraDevices(), number(jdbc, "select entra_devices from last"));
        same("managed devices", tenant.managedDevices(), number(jdbc, "select managed_devices from last"));
        same("flagged devices", number(jdbc, "select count(*) from flagged"), number(jdbc, "select flagged from last"));
        same("devices left out", number(jdbc, "select count(*) from kept"), number(jdbc, "select left_out from last"));
        same("devices that are not found as they were made", 0, number(jdbc, """
                select count(*) from made m
                left join (select object_id, situation from flagged union all select object_id, situation from kept) f
                    using (object_id)
                where f.situation is distinct from m.situation
                """));
        same("devices that are well, and flagged", 0, number(jdbc, """
                select count(*) from flagged f where not exists (select from made m where m.object_id = f.object_id)
                """));
        same("devices that are well, and left out for no good reason", 0, number(jdbc, """
                select count(*) from kept k where not exists (select from made m where m.object_id = k.object_id)
                    and reason not in ('LEAVING', 'OTHER_MDM', 'AUTOPILOT_NEVER_DEPLOYED')
                """));
        jdbc.sql("drop table made").update();
    }

    /** Those that Intune has no record of are as many as the tenant was made with. */
    void require(String who, long unmatched) {
        same("devices without a record, as counted by the " + who, tenant.unmatched(), unmatched);
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql("""
                with last as (select * from evaluation_run order by id desc limit 1),
                     flagged as (select f.* from finding f where run_id = (select id from last)),
                     kept as (select l.* from left_out l where run_id = (select id from last))
                """ + sql).query(Long.class).single();
    }

    private static void same(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(
                    String.format(Locale.ENGLISH, "%s: %,d, and should be %,d", what, found, expected));
        }
    }
}
