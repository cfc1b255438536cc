package org.deviceoffboarding.playbook.checklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TickRepository {

    private final JdbcClient jdbc;

    TickRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time change the checklist of a suggestion; the others wait for its end. */
    void lock(long suggestionId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('checklist:' || :suggestion, 0))")
                .param("suggestion", suggestionId)
                .query()
                .listOfRows();
    }

    Map<String, Tick> find(long suggestionId) {
        return jdbc
                .sql("select * from step_tick where suggestion_id = :suggestion")
                .param("suggestion", suggestionId)
                .query((row, number) -> Map.entry(row.getString("step"), tick(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the ticks on all suggestions that have a device, each with the key of its step; the newest first. */
    List<TickedStep> ofDevice(UUID objectId) {
        return jdbc.sql("""
                select t.* from step_tick t join suggested_device d using (suggestion_id)
                where d.object_id = :object order by t.ticked_at desc limit 100
                """)
                .param("object", objectId)
                .query((row, number) -> new TickedStep(row.getLong("suggestion_id"), row.getString("step"), tick(row)))
                .list();
    }

    private static Tick tick(ResultSet row) throws SQLException {
        return new Tick(
                Sql.instant(row, "ticked_at"),
                new Actor(row.getString("ticked_by_id"), row.getString("ticked_by_name")));
    }

    void add(long suggestionId, String step, Tick tick) {
        jdbc.sql("""
                insert into step_tick (suggestion_id, step, ticked_at, ticked_by_id, ticked_by_name)
                values (:suggestion, :step, :at, :byId, :byName)
                """)
                .param("suggestion", suggestionId)
                .param("step", step)
                .param("at", Sql.timestamp(tick.at()))
                .param("byId", tick.by().id())
                .param("byName", tick.by().name())
                .update();
    }

    void remove(long suggestionId, String step) {
        jdbc.sql("delete from step_tick where suggestion_id = :suggestion and step = :step")
                .param("suggestion", suggestionId)
                .param("step", step)
                .update();
    }
}
