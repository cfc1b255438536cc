package org.deviceoffboarding.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.listing.ExportedRows;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.listing.RowOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditEntryRepository {

    private static final String TABLE = "audit_entry";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement; people are sorted on their own. */
    private static final Map<String, String> SORTABLE =
            Map.of("at", "at", "action", "action", "summary", "summary_key");

    private static final RowOrder NEWEST_FIRST = new RowOrder("id", false, List.of("id"), false);

    private final JdbcClient jdbc;
    private final IndexedRows<AuditEntry> rows;
    private final ExportedRows<AuditEntry> exported;

    @Autowired
    AuditEntryRepository(JdbcClient jdbc) {
        this(jdbc, IndexedRows.FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    AuditEntryRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.rows = new IndexedRows<>(jdbc, few, AuditEntryRepository::toEntry);
        this.exported = new ExportedRows<>(rows, RowKey.descending("id", AuditEntry::id), true);
    }

    List<AuditEntry> find(AuditFilter filter, Pageable page) {
        Sort.Order asked = page.getSort().stream().findFirst().orElse(null);
        if (asked != null && asked.getProperty().equals("actor")) {
            return byPerson(filter, asked.isAscending(), page.getPageSize(), page.getOffset());
        }
        return rows.page(listed(filter, ""), order(asked), page.getPageSize(), page.getOffset());
    }

    private static RowOrder order(Sort.@Nullable Order asked) {
        if (asked == null) {
            return NEWEST_FIRST;
        }
        String column = SORTABLE.get(asked.getProperty());
        if (column == null) {
            throw new IllegalArgumentException("Cannot sort by '" + asked.getProperty() + "'");
        }
        return new RowOrder(column, false, List.of("id"), asked.isAscending());
    }

    /** The entries of each person, as they are called now, stand together: the people are sorted, of whom there are few. */
    private List<AuditEntry> byPerson(AuditFilter filter, boolean ascending, int limit, long offset) {
        List<AuditEntry> found = new ArrayList<>();
        long before = 0;
        for (EntriesOfPerson person : people(filter, ascending)) {
            long from = Math.max(0, offset - before);
            if (from < person.entries() && found.size() < limit) {
                ListedRows entries = listed(filter, " and e.actor_id = :personId and e.actor_name = :personName");
                found.addAll(rows.page(
                        entries.with("personId", person.id()).with("personName", person.name()),
                        NEWEST_FIRST,
                        (int) Math.min(limit - found.size(), person.entries() - from),
                        from));
            }
            before += person.entries();
        }
        return found;
    }

    private record EntriesOfPerson(String id, String name, long entries) {}

    private List<EntriesOfPerson> people(AuditFilter filter, boolean ascending) {
        ListedRows all = listed(filter, "");
        String direction = ascending ? "asc" : "desc";
        return jdbc.sql("""
                select counted.* from (
                    select e.actor_id, e.actor_name, count(*) as entries from %s e%s group by e.actor_id, e.actor_name) counted
                    left join person_name p on p.id = counted.actor_id
                order by lower(coalesce(p.name, counted.actor_name)) %3$s, counted.actor_id %3$s, counted.actor_name %3$s
                """.formatted(all.table(), all.where(), direction))
                .params(all.parameters())
                .query((row, number) -> new EntriesOfPerson(
                        row.getString("actor_id"), row.getString("actor_name"), row.getLong("entries")))
                .list();
    }

    /** Counts those that match, however many they are. */
    long count(AuditFilter filter) {
        return rows.countAll(listed(filter, ""));
    }

    /** Counts those that match, if they are not too many. */
    RowCount roughly(AuditFilter filter) {
        return rows.count(listed(filter, ""));
    }

    /** @param besides another condition, with a space in front */
    private ListedRows listed(AuditFilter filter, String besides) {
        boolean text = !filter.text().isBlank();
        return new ListedRows(
                TABLE,
                "id",
                "audit_entry w on w.id = e.id",
                " where true"
                        + (text ? " and (e.search_text like lower(:pattern) or e.actor_id = any(:people))" : "")
                        + (filter.actor() == null ? "" : " and e.actor_id = :actor")
                        + (filter.action() == null ? "" : " and e.action = :action")
                        + (filter.from() == null ? "" : " and e.at >= :from")
                        + (filter.until() == null ? "" : " and e.at < :until")
                        + besides,
                FilterParameters.search(filter.text())
                        .with("people", text ? called(filter.text()) : null)
                        .with("actor", filter.actor())
                        .with("action", filter.action())
                        .with("from", filter.from())
                        .with("until", filter.until())
                        .values(),
                !filter.equals(AuditFilter.NONE),
                filter.equals(AuditFilter.NONE) && besides.isEmpty() ? OptionalLong.of(last()) : OptionalLong.empty());
    }

    /** Returns the IDs of the people whose names have a text, as they are called now. */
    private String[] called(String text) {
        return jdbc.sql("select id from person_name where name ilike :pattern")
                .params(FilterParameters.search(text).values())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Returns the number of the last entry, which is how many there are: they are numbered without gaps. */
    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    /** Lists everyone in the log, each by the name recorded last: from one to the next, not entry by entry. */
    List<Actor> actors() {
        return jdbc.sql("""
                with recursive found as (
                    (select actor_id, actor_name from audit_entry order by actor_id desc, id desc limit 1)
                    union all
                    select next.* from found cross join lateral (
                        select actor_id, actor_name from audit_entry where actor_id < found.actor_id
                        order by actor_id desc, id desc limit 1) next)
                select * from found
                """).query(AuditEntryRepository::toActor).list();
    }

    List<String> actions() {
        return jdbc.sql("""
                with recursive found as (
                    (select action from audit_entry order by action limit 1)
                    union all
                    select next.* from found cross join lateral (
                        select action from audit_entry where action > found.action order by action limit 1) next)
                select action from found order by action
                """).query(String.class).list();
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

    ExportPage<AuditFilter, AuditEntry> export(AuditFilter filter, Sort sort) {
        return exported.first(filter, listed(filter, ""), page -> find(filter, page), sort);
    }

    ExportPage<AuditFilter, AuditEntry> export(ExportPage<AuditFilter, AuditEntry> before) {
        return exported.next(before, listed(before.of(), ""));
    }
}
