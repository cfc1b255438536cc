package org.deviceoffboarding.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people did with suggestions, from one run to the next. */
@Repository
class ProgressRepository {

    /** The devices of completed suggestions of the run before, as it flagged them. */
    private static final String COMPLETED_DEVICES = """
            select s.id, f.object_id
            from suggestion s join flagged_device f using (run_id, situation, platform, ownership, kind_group)
            where s.run_id = :before and s.status = 'COMPLETED'
            """;

    private static final String STILL_THERE = "Its suggestion was completed before, and it is still there.";

    private static final String ALL_STILL_THERE = "Their suggestion was completed before, and they are still there.";

    private final JdbcClient jdbc;

    ProgressRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes a suggestion; does nothing and returns false where it is no longer of that version. */
    boolean change(Suggestion suggestion, SuggestionStatus status, String note, String by, Instant now) {
        return jdbc.sql("""
                        update suggestion
                        set status = :status, note = :note, managed_by = :by, updated_at = :now, version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("id", suggestion.id())
                        .param("version", suggestion.version())
                        .param("status", status.name())
                        .param("note", Sql.text(note))
                        .param("by", Sql.text(by))
                        .param("now", Sql.timestamp(now))
                        .update()
                == 1;
    }

    /** Changes whose a suggestion is; does nothing and returns false where it is no longer of that version. */
    boolean assign(Suggestion suggestion, @Nullable Assignee to, Instant now) {
        return jdbc.sql("""
                        update suggestion
                        set assignee = :name, assignee_kind = :kind, assignee_id = :assignee, updated_at = :now,
                            version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("id", suggestion.id())
                        .param("version", suggestion.version())
                        .param("name", to == null ? null : Sql.text(to.name()))
                        .param("kind", to == null ? null : to.kind().name())
                        .param("assignee", to == null ? null : to.id())
                        .param("now", Sql.timestamp(now))
                        .update()
                == 1;
    }

    /** Lets nobody else change a suggestion until the end of the transaction. */
    void lock(long id) {
        jdbc.sql("select id from suggestion where id = :id for no key update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** Lets nobody change the suggestions of a run until the end of the transaction. */
    void lockAll(long run) {
        jdbc.sql("select id from suggestion where run_id = :run order by id for no key update")
                .param("run", run)
                .query(Long.class)
                .list();
    }

    /** Returns the suggestions of a run that are completed. */
    Set<Long> completed(long run) {
        return Set.copyOf(jdbc.sql("select id from suggestion where run_id = :run and status = 'COMPLETED'")
                .param("run", run)
                .query(Long.class)
                .list());
    }

    /** Returns those of these changes that are about devices of a run's completed suggestions. */
    List<VerifiedChange> inCompleted(long run, List<VerifiedChange> changes) {
        Set<UUID> in = Set.copyOf(jdbc.sql(COMPLETED_DEVICES + " and f.object_id = any(:objects)")
                .param("before", run)
                .param("objects", objects(changes.stream()))
                .query((row, number) -> row.getObject("object_id", UUID.class))
                .list());
        return changes.stream().filter(change -> in.contains(change.objectId())).toList();
    }

    /** Forgets what {@link #check} and {@link #noteStillThere} stored, so that it can be done again. */
    void forgetCheck(long before, long run) {
        jdbc.sql("delete from still_there t using suggestion s where s.id = t.suggestion_id and s.run_id = :before")
                .param("before", before)
                .update();
        jdbc.sql("""
                delete from factor f using suggestion s
                where s.id = f.suggestion_id and s.run_id = :run and f.sentence in (:one, :many)
                """)
                .param("run", run)
                .param("one", STILL_THERE)
                .param("many", ALL_STILL_THERE)
                .update();
    }

    /**
     * Looks for the devices of a run's completed suggestions in the copy of the tenant that the next has read: those that are
     * enabled there are still there.
     *
     * @param changes what the portal did to some of them since, which counts instead
     */
    void check(long before, long run, List<VerifiedChange> changes) {
        jdbc.sql("insert into still_there (suggestion_id, object_id) select done.id, done.object_id from ("
                        + COMPLETED_DEVICES + """
                        ) done
                        where done.object_id = any(:enabled)
                           or not done.object_id = any(:changed) and exists (
                                select from inventory_device e
                                where e.run_id = :run and e.object_id = done.object_id and e.account_enabled is not false)
                        """)
                .param("before", before)
                .param("run", run)
                .param("changed", objects(changes.stream()))
                .param(
                        "enabled",
                        objects(changes.stream()
                                .filter(change ->
                                        Boolean.TRUE.equals(change.kind().enabled()))))
                .update();
    }

    /** Adds to each suggestion of a run how many of its devices people had completed before, as {@link #check} found. */
    void noteStillThere(long before, long run) {
        jdbc.sql("""
                insert into factor (suggestion_id, position, sentence, devices)
                select s.id, coalesce((select max(position) + 1 from factor where suggestion_id = s.id), 0),
                    case count(*) when 1 then :one else :many end, count(*)
                from still_there t
                    join suggestion done on done.id = t.suggestion_id and done.run_id = :before
                    join flagged_device f on f.run_id = :run and f.object_id = t.object_id
                    join suggestion s on s.run_id = f.run_id
                      and (s.situation, s.platform, s.ownership, s.kind_group)
                        = (f.situation, f.platform, f.ownership, f.kind_group)
                group by s.id
                """)
                .param("before", before)
                .param("run", run)
                .param("one", STILL_THERE)
                .param("many", ALL_STILL_THERE)
                .update();
    }

    /** Notes with the completed suggestions of a run that the next has checked them. */
    void noteChecked(long before, long run) {
        jdbc.sql("""
                update suggestion s
                set checked_by_run = :run,
                    still_there = (select count(*) from still_there t where t.suggestion_id = s.id)
                where run_id = :before and status = 'COMPLETED'
                """).param("before", before).param("run", run).update();
    }

    /** Notes which suggestions of a run go on with one of the run before: where devices in that are flagged again. */
    void follow(long before, long run) {
        jdbc.sql("""
                update suggestion b
                set follows = a.id
                from suggestion a
                where a.run_id = :before and b.run_id = :run
                  and (a.situation, a.platform, a.ownership, a.kind_group)
                    = (b.situation, b.platform, b.ownership, b.kind_group)
                  and exists (
                    select from flagged_device x join flagged_device y on y.object_id = x.object_id and y.run_id = b.run_id
                    where x.run_id = a.run_id
                      and (x.situation, x.platform, x.ownership, x.kind_group)
                        = (a.situation, a.platform, a.ownership, a.kind_group)
                      and (y.situation, y.platform, y.ownership, y.kind_group)
                        = (b.situation, b.platform, b.ownership, b.kind_group))
                """).param("before", before).param("run", run).update();
    }

    /** Takes status, assignee and note over, as they are now, into the suggestions of a run that {@link #follow} others. */
    void keep(long run) {
        jdbc.sql("""
                update suggestion b
                set status = case a.status when 'COMPLETED' then 'IN_PROGRESS' else a.status end,
                    assignee = a.assignee, assignee_kind = a.assignee_kind, assignee_id = a.assignee_id, note = a.note, managed_by = a.managed_by
                from suggestion_now a
                where a.id = b.follows and b.run_id = :run
                """).param("run", run).update();
    }

    /** Returns devices of a completed suggestion that were still there, by name. */
    List<UnresolvedDevice> stillThere(long suggestionId, Pageable page) {
        return jdbc.sql("""
                select f.object_id, f.name
                from still_there t join suggestion s on s.id = t.suggestion_id
                    join flagged_device f on f.run_id = s.run_id and f.object_id = t.object_id
                where t.suggestion_id = :id order by f.name, f.object_id
                limit :limit offset :offset
                """)
                .param("id", suggestionId)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) ->
                        new UnresolvedDevice(row.getObject("object_id", UUID.class), row.getString("name")))
                .list();
    }

    private static UUID[] objects(Stream<VerifiedChange> changes) {
        return changes.map(VerifiedChange::objectId).toArray(UUID[]::new);
    }
}
