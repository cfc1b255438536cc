package org.deviceoffboarding.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
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

    private static final String SAME_GROUP = """
            (a.situation, a.platform, a.ownership, a.kind_group) = (b.situation, b.platform, b.ownership, b.kind_group)
            """;

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

    /** Lets nobody else change a suggestion until the end of the transaction. */
    void lock(long id) {
        jdbc.sql("select id from suggestion where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** Lets nobody change the suggestions of a run until the end of the transaction. */
    void lockAll(long run) {
        jdbc.sql("select id from suggestion where run_id = :run order by id for update")
                .param("run", run)
                .query(Long.class)
                .list();
    }

    /** Looks for the devices of the suggestions that were completed in a run in the copy of the tenant that the next has read. */
    void check(long before, long run) {
        jdbc.sql("insert into still_there (suggestion_id, object_id) select done.id, done.object_id from ("
                        + COMPLETED_DEVICES + """
                        ) done join inventory_device e on e.run_id = :run and e.object_id = done.object_id
                        where e.account_enabled is not false
                        on conflict do nothing
                        """)
                .param("before", before)
                .param("run", run)
                .update();
        jdbc.sql("""
                update suggestion s
                set checked_by_run = :run,
                    still_there = (select count(*) from still_there t where t.suggestion_id = s.id)
                where run_id = :before and status = 'COMPLETED'
                """).param("before", before).param("run", run).update();
    }

    /** Takes status, assignee and note over from a run's suggestions, where devices in them are flagged again. */
    void keep(long before, long run) {
        jdbc.sql("""
                update suggestion b
                set status = case a.status when 'COMPLETED' then 'IN_PROGRESS' else a.status end,
                    assignee = a.assignee, note = a.note, managed_by = a.managed_by
                from suggestion_now a
                where a.run_id = :before and b.run_id = :run and\s""" + SAME_GROUP + """
                  and exists (
                    select from flagged_device x join flagged_device y on y.object_id = x.object_id and y.run_id = b.run_id
                    where x.run_id = a.run_id
                      and (x.situation, x.platform, x.ownership, x.kind_group)
                        = (a.situation, a.platform, a.ownership, a.kind_group)
                      and (y.situation, y.platform, y.ownership, y.kind_group)
                        = (b.situation, b.platform, b.ownership, b.kind_group))
                """)
                .param("before", before)
                .param("run", run)
                .update();
    }

    /** Adds to each suggestion of a run how many of its devices people had completed before. */
    void noteStillThere(long run) {
        jdbc.sql("""
                insert into factor (suggestion_id, position, sentence, devices)
                select s.id, coalesce((select max(position) + 1 from factor where suggestion_id = s.id), 0),
                    case count(*) when 1 then 'Its suggestion was completed before, and it is still there.'
                        else 'Their suggestion was completed before, and they are still there.' end,
                    count(*)
                from still_there t
                    join suggestion done on done.id = t.suggestion_id and done.checked_by_run = :run
                    join flagged_device f on f.run_id = :run and f.object_id = t.object_id
                    join suggestion s on s.run_id = f.run_id
                      and (s.situation, s.platform, s.ownership, s.kind_group)
                        = (f.situation, f.platform, f.ownership, f.kind_group)
                group by s.id
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
}
