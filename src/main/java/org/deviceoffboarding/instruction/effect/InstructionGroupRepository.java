package org.deviceoffboarding.instruction.effect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.instruction.effect.GroupCovers.Cover;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who was in the groups that instructions name, as it was read for a run. */
@Repository
class InstructionGroupRepository {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    InstructionGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long runId, String group, Cover cover) {
        jdbc.sql("insert into instruction_group (run_id, name) values (:run, :name)")
                .param("run", runId)
                .param("name", group)
                .update();
        jdbc.sql("""
                insert into instruction_group_member (run_id, name, device, user_name)
                select :run, :name, device, null from unnest(cast(:devices as uuid[])) device
                union all
                select :run, :name, null, user_name from unnest(cast(:users as text[])) user_name
                """)
                .param("run", runId)
                .param("name", group)
                .param("devices", cover.devices().toArray(UUID[]::new))
                .param("users", cover.userNames().toArray(String[]::new))
                .update();
    }

    /** Returns which of some groups were read for a run, each with a stamp that no other reading of it has. */
    Map<String, String> stamps(long runId, Collection<String> names) {
        Map<String, String> stamps = new HashMap<>();
        jdbc.sql(
                        "select name, xmin || ' ' || ctid as stamp from instruction_group where run_id = :run and name = any(:names)")
                .param("run", runId)
                .param("names", names.toArray(String[]::new))
                .query(row -> {
                    stamps.put(row.getString("name"), row.getString("stamp"));
                });
        return stamps;
    }

    /** Returns what a group covers that was read for a run. In a transaction, where there may be a million rows, few are in memory. */
    Cover cover(long runId, String name) {
        Cover cover = new Cover(new HashSet<>(), new HashSet<>());
        jdbc.sql("select device, user_name from instruction_group_member where run_id = :run and name = :name")
                .param("run", runId)
                .param("name", name)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    UUID device = row.getObject("device", UUID.class);
                    String user = row.getString("user_name");
                    if (device != null) {
                        cover.devices().add(device);
                    } else if (user != null) {
                        cover.userNames().add(user);
                    }
                });
        return cover;
    }

    void forgetBefore(long runId) {
        jdbc.sql("delete from instruction_group where run_id < :run")
                .param("run", runId)
                .update();
    }
}
