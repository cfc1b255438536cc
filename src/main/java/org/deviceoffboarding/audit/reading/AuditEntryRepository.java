package org.deviceoffboarding.audit.reading;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds entries in the order of time. First come the keys of those that are wanted, read off an index that has them in order; whole rows
 * are looked up for these only. How words are found, see {@link #byWords}.
 */
@Repository
class AuditEntryRepository {

    /** So many entries in order are looked through for words before these are looked up in the index of words. */
    private static final int LOOKED_THROUGH = 20_000;

    /** So many that have the words are sorted at most. */
    private static final int SORTED = 100_000;

    /** Words and what else narrows are put together in the indexes, before any entry is read; a plan is made for these very words. */
    private static final String BY_INDEXES = """
            set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off;
            set local work_mem = '64MB'; set local plan_cache_mode = force_custom_plan
            """;

    private static final String AS_USUAL = """
            set local enable_seqscan = on; set local enable_indexscan = on; set local enable_indexonlyscan = on
            """;

    /** So much fewer where they are put together from branches, of each of which so many keys are read. */
    private static final int BRANCHED = 20;

    private static final String ALL = "select e.at, e.id from audit_entry e";

    /** What words are looked for in, as it stands in the entries that are looked through: a second look at the table could be many. */
    private static final String WITH_WORDS = "select e.at, e.id, e.actor_id, e.words from audit_entry e";

    /** The same where there are branches, of all of which an index alone gives the keys of these few. */
    private static final String WORDS_OF_KEYS = """
            select e.* from (%s) k cross join lateral (
                select w.at, w.id, w.actor_id, w.words from audit_entry w where w.id = k.id offset 0) e
            """;

    private final JdbcClient jdbc;
    private final NameSearch names;
    private final WholeEntries whole;
    private final IndexedRows<Long> rows;
    private final int lookedThrough;
    private final int few;

    @Autowired
    AuditEntryRepository(JdbcClient jdbc, NameSearch names, WholeEntries whole) {
        this(jdbc, names, whole, LOOKED_THROUGH, SORTED);
    }

    /**
     * What is found depends on neither number.
     *
     * @param few so many that have the words are sorted at most
     */
    AuditEntryRepository(JdbcClient jdbc, NameSearch names, WholeEntries whole, int lookedThrough, int few) {
        this.jdbc = jdbc;
        this.names = names;
        this.whole = whole;
        this.rows = new IndexedRows<>(jdbc, IndexedRows.FEW, (row, number) -> row.getLong("id"));
        this.lookedThrough = lookedThrough;
        this.few = few;
    }

    List<AuditEntry> find(AuditFilter filter, AuditPart part) {
        EntryConditions conditions = conditions(filter);
        if (!conditions.narrowed() && part.behind() == null && part.skipped() > 0) {
            return fromNearerEnd(conditions, part, total());
        }
        List<Long> ids = conditions.words().isEmpty() || conditions.areFew()
                ? ids(conditions, keys(conditions, part), part)
                : byWords(conditions, part);
        return whole.find(ids);
    }

    /** What is passed over is read in the index, so that the list's end is as near as its beginning. */
    private List<AuditEntry> fromNearerEnd(EntryConditions conditions, AuditPart part, long total) {
        if (part.skipped() < total / 2) {
            return whole.find(ids(conditions, keys(conditions, part), part));
        }
        int limit = (int) Math.clamp(total - part.skipped(), 0, part.limit());
        AuditPart backwards = new AuditPart(!part.oldestFirst(), null, total - part.skipped() - limit, limit);
        return limit == 0
                ? List.of()
                : whole.find(
                        ids(conditions, keys(conditions, backwards), backwards).reversed());
    }

    /** Returns what a filter asks of entries, as names and actions are now. */
    EntryConditions conditions(AuditFilter filter) {
        List<String> actions = filter.action() == null
                ? actions().stream()
                        .filter(action -> filter.kind().isBlank()
                                || action.startsWith(filter.kind().strip() + "."))
                        .toList()
                : List.of(filter.action());
        return EntryConditions.of(filter, actions, names.find(filter));
    }

    /** Returns the statement for the keys of those that match but for words. */
    private static String keys(EntryConditions conditions, AuditPart part) {
        return keys(conditions, part, ALL);
    }

    /** @param all which columns of all entries */
    private static String keys(EntryConditions conditions, AuditPart part, String all) {
        String order = " order by at %1$s, id %1$s".formatted(part.direction());
        if (conditions.branches()) {
            return """
                    select b.*
                    from unnest(cast(:actions as text[])) a(action)
                        cross join unnest(cast(:results as text[])) r(result)
                        cross join lateral (%s where e.action = a.action and e.result = r.result%s%s%s limit :reach) b
                    """.formatted(all, conditions.ofBranch(), part.condition(), order) + order
                    + " limit :limit offset :skipped";
        }
        String matching = all + " where true" + conditions.plain() + (conditions.areFew() ? conditions.words() : "")
                + part.condition();
        return (conditions.areFew() ? "with e as materialized (" + matching + ") select e.at, e.id from e" : matching)
                + order + " limit :limit offset :skipped";
    }

    /**
     * Finds entries by words. Words that many entries have are met soon in any order: so some of the first ones are looked through. What
     * is not found so is rare there, and looked up in the index of words: first by them alone, then together with whatever else narrows.
     * Only where many entries have the words, but none of the first ones, the others are looked through, too.
     */
    private List<Long> byWords(EntryConditions conditions, AuditPart part) {
        String looked = conditions.branches()
                ? WORDS_OF_KEYS.formatted(keys(conditions, part))
                : keys(conditions, part, WITH_WORDS);
        List<Long> first = ids(
                conditions,
                "select e.at, e.id from (%s) e where true%s order by e.at %3$s, e.id %3$s limit :wanted offset :passed"
                        .formatted(looked, conditions.words(), part.direction()),
                part.withLimit(0, conditions.branches() ? lookedThrough / BRANCHED : lookedThrough),
                part);
        if (first.size() == part.limit()) {
            return first;
        }
        return rare(conditions, part)
                .or(() -> sorted(conditions, part))
                .orElseGet(() -> ids(
                        conditions,
                        ALL
                                + conditions.where()
                                + part.condition()
                                + " order by e.at %1$s, e.id %1$s limit :limit offset :skipped"
                                        .formatted(part.direction()),
                        part));
    }

    /** Returns the part of those that have the words, if these are so few that whatever else narrows is seen from the entries. */
    private Optional<List<Long>> rare(EntryConditions conditions, AuditPart part) {
        return conditions.rareWords()
                ? sorted(
                        conditions,
                        part,
                        conditions.words(),
                        conditions.plain() + part.condition(),
                        Math.min(few, lookedThrough / BRANCHED))
                : Optional.empty();
    }

    /** Returns the part of those that match, if they are few enough to be sorted. */
    private Optional<List<Long>> sorted(EntryConditions conditions, AuditPart part) {
        return sorted(conditions, part, conditions.plain() + conditions.words() + part.condition(), "", few);
    }

    /**
     * Finds entries by the index of words.
     *
     * @param found what is asked of the indexes
     * @param narrowed what is asked of the entries that were found so
     * @return nothing where more than some were found
     */
    private Optional<List<Long>> sorted(
            EntryConditions conditions, AuditPart part, String found, String narrowed, int most) {
        jdbc.sql(BY_INDEXES).update();
        boolean[] many = new boolean[1];
        List<Long> ids = new ArrayList<>();
        query(conditions, """
                with e as materialized (
                    select e.at, e.id, e.actor_id, e.action, e.result from audit_entry e where true%s limit %d),
                    counted as (select count(*) > %d as many from e)
                select counted.many, k.id from counted left join lateral (
                    select e.at, e.id from e where not counted.many%s order by at %5$s, id %5$s limit :limit offset :skipped) k on true
                order by k.at %5$s, k.id %5$s
                """.formatted(found, most + 1, most, narrowed, part.direction()), part, part)
                .query((ResultSet row) -> {
                    many[0] = row.getBoolean("many");
                    if (row.getObject("id") != null) {
                        ids.add(row.getLong("id"));
                    }
                });
        jdbc.sql(AS_USUAL).update();
        return many[0] ? Optional.empty() : Optional.of(ids);
    }

    private List<Long> ids(EntryConditions conditions, String keys, AuditPart part) {
        return ids(conditions, keys, part, part);
    }

    private List<Long> ids(EntryConditions conditions, String keys, AuditPart inner, AuditPart outer) {
        return query(conditions, keys, inner, outer)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private JdbcClient.StatementSpec query(EntryConditions conditions, String keys, AuditPart inner, AuditPart outer) {
        return jdbc.sql(keys)
                .params(conditions.parameters())
                .param(
                        "placeAt",
                        inner.behind() == null
                                ? null
                                : Sql.timestamp(inner.behind().at()))
                .param("placeId", inner.behind() == null ? null : inner.behind().id())
                .param("limit", inner.limit())
                .param("skipped", inner.skipped())
                .param("reach", inner.skipped() + inner.limit())
                .param("wanted", outer.limit())
                .param("passed", outer.skipped());
    }

    /** Counts those that match, however many they are. */
    long count(AuditFilter filter) {
        return rows.countAll(listed(filter));
    }

    /** Counts those that match, if they are not too many. */
    RowCount roughly(AuditFilter filter) {
        ListedRows listed = listed(filter);
        if (!filter.text().isBlank()) {
            long expected = rows.estimate(listed);
            if (expected > 10L * RowCount.COUNTED) {
                return RowCount.about(expected);
            }
        }
        return rows.count(listed);
    }

    private ListedRows listed(AuditFilter filter) {
        EntryConditions conditions = conditions(filter);
        return new ListedRows(
                "audit_entry",
                "id",
                "audit_entry w on w.id = e.id",
                conditions.where(),
                conditions.parameters(),
                conditions.narrowed(),
                conditions.narrowed() ? OptionalLong.empty() : OptionalLong.of(total()));
    }

    /** Each entry has a number, or waits for one. */
    private long total() {
        return jdbc.sql(
                        "select coalesce((select max(number) from audit_leaf), 0) + (select count(*) from audit_unsealed)")
                .query(Long.class)
                .single();
    }

    /** Lists everyone in the log, each by the name recorded last: from one to the next, not entry by entry. */
    List<Actor> actors() {
        return jdbc.sql("""
                with recursive found as (
                    (select actor_id from audit_entry order by actor_id limit 1)
                    union all
                    select next.* from found cross join lateral (
                        select actor_id from audit_entry where actor_id > found.actor_id order by actor_id limit 1) next)
                select found.actor_id, last.actor_name from found cross join lateral (
                    select e.actor_name from unnest(cast(:actions as text[])) a(action)
                        cross join unnest(cast(:results as text[])) r(result)
                        cross join lateral (
                            select at, id, actor_name from audit_entry
                            where actor_id = found.actor_id and action = a.action and result = r.result
                            order by at desc, id desc limit 1) e
                    order by e.at desc, e.id desc limit 1) last
                """)
                .params(EntryConditions.of(AuditFilter.NONE, actions(), FoundNames.NONE)
                        .parameters())
                .query((row, number) -> new Actor(row.getString("actor_id"), row.getString("actor_name")))
                .list();
    }

    /** Lists the names of all actions in the log: from one to the next, not entry by entry. */
    List<String> actions() {
        return new ArrayList<>(jdbc.sql("""
                with recursive found as (
                    (select action from audit_entry order by action limit 1)
                    union all
                    select next.* from found cross join lateral (
                        select action from audit_entry where action > found.action order by action limit 1) next)
                select action from found order by action
                """).query(String.class).list());
    }
}
