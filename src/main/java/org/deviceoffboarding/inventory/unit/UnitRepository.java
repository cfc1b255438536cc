package org.deviceoffboarding.inventory.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.RestrictedUnit;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.table.UnitMemberTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each copy of the tenant has of units, and whether they could be read. */
@Repository
class UnitRepository {

    private static final String NOT_YET =
            "The newest result is from before the portal read them; the next run does, if the agent may.";

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether a run found out all that it can, before a restart. */
    boolean isRead(long runId) {
        return jdbc.sql("select units_read_at is not null from inventory where run_id = :run")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    /** @param problem why not all are known; empty where all are */
    void note(long runId, Instant at, String problem) {
        jdbc.sql("update inventory set units_read_at = :at, units_problem = nullif(:problem, '') where run_id = :run")
                .param("run", runId)
                .param("at", Sql.timestamp(at))
                .param("problem", Sql.text(problem))
                .update();
    }

    /** Returns why a copy does not have all units; empty where it does. */
    String problem(long runId) {
        return jdbc.sql("""
                select case when units_read_at is null then :notYet else coalesce(units_problem, '') end
                from inventory where run_id = :run
                """)
                .param("run", runId)
                .param("notYet", NOT_YET)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Forgets the members of one unit, in a table that is still being filled. */
    void forget(long runId, RestrictedUnit unit) {
        jdbc.sql("delete from " + CopyTables.of(UnitMemberTable.COPY.name(), runId) + " where unit_id = :unit")
                .param("unit", unit.id())
                .update();
    }

    /** Returns the units of those of these devices that a copy says are in any, in the order of their names. */
    Map<UUID, List<RestrictedUnit>> of(long runId, Collection<UUID> objectIds) {
        Map<UUID, List<RestrictedUnit>> units = new HashMap<>();
        jdbc.sql("""
                select d.object_id, m.unit_id, m.unit_name
                from entra_device d
                    left join restricted_unit_member m on m.run_id = :run and m.object_id = d.object_id
                where d.run_id = :run and d.management_restricted and d.object_id = any(:ids)
                """)
                .param("run", runId)
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(row -> {
                    List<RestrictedUnit> known =
                            units.computeIfAbsent(row.getObject("object_id", UUID.class), id -> new ArrayList<>(1));
                    UUID unit = row.getObject("unit_id", UUID.class);
                    if (unit != null) {
                        known.add(new RestrictedUnit(unit, row.getString("unit_name")));
                    }
                });
        units.values().forEach(known -> known.sort(null));
        return units;
    }
}
