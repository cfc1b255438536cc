package org.deviceoffboarding.instruction.effect;

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

    /** Returns what each group covers that was read for a run. */
    Map<String, Cover> of(long runId) {
        Map<String, Cover> covers = new HashMap<>();
        jdbc.sql("""
                select g.name, m.device, m.user_name
                from instruction_group g left join instruction_group_member m using (run_id, name)
                where g.run_id = :run
                """).param("run", runId).query(row -> {
            Cover cover =
                    covers.computeIfAbsent(row.getString("name"), name -> new Cover(new HashSet<>(), new HashSet<>()));
            UUID device = row.getObject("device", UUID.class);
            String user = row.getString("user_name");
            if (device != null) {
                cover.devices().add(device);
            } else if (user != null) {
                cover.userNames().add(user);
            }
        });
        return covers;
    }

    void forgetBefore(long runId) {
        jdbc.sql("delete from instruction_group where run_id < :run")
                .param("run", runId)
                .update();
    }
}
