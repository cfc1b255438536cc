package org.deviceoffboarding.exception.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what exceptions for users and groups cover, as it was read for a run. */
@Repository
class ExceptionMembers {

    private static final String NEWEST = """
            r.run_id = (select max(run_id) from exception_reading
                        where exception_id = r.exception_id and run_id <= :run)
            """;

    private final JdbcClient jdbc;

    ExceptionMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what an exception covers in a run; what was stored for that run before makes way. */
    void store(long runId, long exceptionId, Covered covered) {
        jdbc.sql("delete from exception_reading where run_id = :run and exception_id = :exception")
                .param("run", runId)
                .param("exception", exceptionId)
                .update();
        jdbc.sql("insert into exception_reading (run_id, exception_id) values (:run, :exception)")
                .param("run", runId)
                .param("exception", exceptionId)
                .update();
        jdbc.sql("""
                insert into exception_member (run_id, exception_id, device, user_name)
                select :run, :exception, device, null from unnest(cast(:devices as uuid[])) device
                union all
                select :run, :exception, null, user_name from unnest(cast(:users as text[])) user_name
                """)
                .param("run", runId)
                .param("exception", exceptionId)
                .param("devices", covered.devices().toArray(UUID[]::new))
                .param("users", covered.userNames().toArray(String[]::new))
                .update();
    }

    /** Returns what each exception that was read for a run covers. */
    Map<Long, Covered> of(long runId) {
        return covered(runId, "r.run_id = :run");
    }

    /** Returns what each exception covers as it was last read for a run or for one before it: some were made since that. */
    Map<Long, Covered> upTo(long runId) {
        return covered(runId, NEWEST);
    }

    private Map<Long, Covered> covered(long runId, String which) {
        Map<Long, Set<UUID>> devices = new HashMap<>();
        Map<Long, Set<String>> users = new HashMap<>();
        jdbc.sql("""
                select r.exception_id, m.device, m.user_name
                from exception_reading r
                left join exception_member m using (run_id, exception_id)
                where\s""" + which).param("run", runId).query(row -> {
            long exception = row.getLong("exception_id");
            UUID device = row.getObject("device", UUID.class);
            String user = row.getString("user_name");
            Set<UUID> itsDevices = devices.computeIfAbsent(exception, id -> new HashSet<>());
            Set<String> itsUsers = users.computeIfAbsent(exception, id -> new HashSet<>());
            if (device != null) {
                itsDevices.add(device);
            } else if (user != null) {
                itsUsers.add(user);
            }
        });
        Map<Long, Covered> covered = new HashMap<>();
        devices.forEach((exception, ids) ->
                covered.put(exception, new Covered(ids, users.getOrDefault(exception, Set.of()))));
        return covered;
    }

    /** Forgets what was read for runs before one, but for exceptions that were read for none since. */
    void forgetBefore(long runId) {
        jdbc.sql("delete from exception_reading r where run_id < :run and not (" + NEWEST + ")")
                .param("run", runId)
                .update();
    }
}
