package org.deviceoffboarding.playbook.definition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The playbooks that owners changed. */
@Repository
class ChangedPlaybookRepository {

    private final JdbcClient jdbc;

    ChangedPlaybookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ChangedPlaybook> find(Playbook.Key key) {
        return Optional.ofNullable(find().get(key));
    }

    Map<Playbook.Key, ChangedPlaybook> find() {
        Map<String, List<StepEdit>> steps = jdbc
                .sql("select * from changed_step order by playbook, position")
                .query((row, number) -> Map.entry(
                        row.getString("playbook"),
                        new StepEdit(
                                row.getString("step"),
                                row.getString("title"),
                                row.getString("why"),
                                row.getString("how"),
                                Objects.requireNonNullElse(row.getString("link"), ""),
                                row.getBoolean("required"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .sql("select * from changed_playbook")
                .query((row, number) -> new ChangedPlaybook(
                        Playbook.Key.valueOf(row.getString("playbook")),
                        row.getLong("version"),
                        Sql.instant(row, "changed_at"),
                        new Actor(row.getString("changed_by_id"), row.getString("changed_by_name")),
                        steps.getOrDefault(row.getString("playbook"), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(ChangedPlaybook::key, changed -> changed));
    }

    /** Returns how many are changed. */
    long count() {
        return jdbc.sql("select count(*) from changed_playbook")
                .query(Long.class)
                .single();
    }

    /** Stores a change; returns false and does nothing if the playbook is no longer in the version that was changed. */
    boolean change(Playbook.Key key, long version, List<StepEdit> steps, Instant now, Actor actor) {
        if (mark(key, version, now, actor) == 0) {
            return false;
        }
        jdbc.sql("delete from changed_step where playbook = :key")
                .param("key", key.name())
                .update();
        for (int position = 0; position < steps.size(); position++) {
            add(key, position, steps.get(position));
        }
        return true;
    }

    /** Forgets a change; returns false and does nothing if the playbook is no longer in that version. */
    boolean reset(Playbook.Key key, long version) {
        return jdbc.sql("delete from changed_playbook where playbook = :key and version = :version")
                        .param("key", key.name())
                        .param("version", version)
                        .update()
                > 0;
    }

    private int mark(Playbook.Key key, long version, Instant now, Actor actor) {
        String sql = version == PlaybookState.DEFAULT_VERSION ? """
                insert into changed_playbook (playbook, changed_at, changed_by_id, changed_by_name)
                select :key, :now, :actorId, :actorName where :version = 0
                on conflict do nothing
                """ : """
                update changed_playbook
                set version = nextval('playbook_version'), changed_at = :now, changed_by_id = :actorId,
                    changed_by_name = :actorName
                where playbook = :key and version = :version
                """;
        return jdbc.sql(sql)
                .param("key", key.name())
                .param("version", version)
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .update();
    }

    private void add(Playbook.Key key, int position, StepEdit step) {
        jdbc.sql("""
                insert into changed_step (playbook, position, step, title, why, how, link, required)
                values (:key, :position, :step, :title, :why, :how, :link, :required)
                """)
                .param("key", key.name())
                .param("position", position)
                .param("step", step.key())
                .param("title", step.title())
                .param("why", step.why())
                .param("how", step.how())
                .param("link", step.link().isEmpty() ? null : step.link())
                .param("required", step.required())
                .update();
    }
}
