package org.deviceoffboarding.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Sql;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditEntryRepository {

    private static final String COLUMNS = "id, at, actor_id, actor_name, action, subject, summary";

    private static final String MATCHES = """
             from audit_entry
            where (:text = '' or summary ilike :pattern or subject ilike :pattern or actor_name ilike :pattern
                   or actor_id in (select id from person_name where name ilike :pattern))
              and (cast(:actor as text) is null or actor_id = :actor)
              and (cast(:action as text) is null or action = :action)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:until as timestamptz) is null or at < :until)
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "at", "at",
            "actor", "lower(coalesce((select name from person_name where id = actor_id), actor_name))",
            "action", "action",
            "summary", "lower(summary)");

    private final JdbcClient jdbc;
    private final FilteredTable<AuditEntry> table;

    AuditEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table =
                new FilteredTable<>(jdbc, MATCHES, SORTABLE, "id desc", AuditEntryRepository::toEntry).reading(COLUMNS);
    }

    List<AuditEntry> find(AuditFilter filter, Pageable page) {
        return table.page(parameters(filter), page);
    }

    long count(AuditFilter filter) {
        return table.count(parameters(filter));
    }

    /** Lists everyone in the log, each by the name recorded last. */
    List<Actor> actors() {
        return jdbc.sql(
                        "select distinct on (actor_id) actor_id, actor_name from audit_entry order by actor_id, id desc")
                .query(AuditEntryRepository::toActor)
                .list();
    }

    List<String> actions() {
        return jdbc.sql("select distinct action from audit_entry order by 1")
                .query(String.class)
                .list();
    }

    OptionalLong firstChangedEntry() {
        var id = jdbc.sql("""
                select min(id) from (
                    select id,
                           row_number() over (order by id) as position,
                           hash = sha256(previous_hash || audit_entry_content(e)) as intact,
                           previous_hash = coalesce(lag(hash) over (order by id), sha256('')) as linked
                    from audit_entry e) checked
                where not intact or not linked or id <> position
                """)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static FilterParameters parameters(AuditFilter filter) {
        return FilterParameters.search(filter.text())
                .with("actor", filter.actor())
                .with("action", filter.action())
                .with("from", filter.from())
                .with("until", filter.until());
    }

    private static AuditEntry toEntry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Sql.instant(row, "at"),
                toActor(row, number),
                row.getString("action"),
                row.getString("subject"),
                row.getString("summary"));
    }

    private static Actor toActor(ResultSet row, int number) throws SQLException {
        return new Actor(row.getString("actor_id"), row.getString("actor_name"));
    }
}
