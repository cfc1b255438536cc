package org.deviceoffboarding.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InboxRepository {

    private static final String MATCHES = """
             from told_notice told join notice on notice.id = told.notice_id
            where told.person_id = :person and told.on_page and told.role = any(:roles)
              and (:text = '' or notice.sentence ilike :pattern)
              and (cast(:kind as text) is null or notice.kind = :kind)
              and (not :onlyNew or told.read_at is null)
            """;

    private final JdbcClient jdbc;
    private final FilteredTable<ToldNotice> table;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc,
                MATCHES,
                Map.of("toldAt", "told.notice_id", "kind", "notice.kind", "sentence", "lower(notice.sentence)"),
                "told.notice_id desc",
                InboxRepository::toTold);
    }

    List<ToldNotice> find(Reading by, InboxFilter filter, Pageable page) {
        return table.page(parameters(by, filter), page);
    }

    long count(Reading by, InboxFilter filter) {
        return table.count(parameters(by, filter));
    }

    /** Returns how many a person did not read yet, of which at most 100 are counted. */
    long countNew(Reading by) {
        return jdbc.sql("""
                select count(*) from (
                    select from told_notice
                    where person_id = :person and read_at is null and on_page and role = any(:roles)
                    limit 100) counted
                """)
                .param("person", by.person())
                .param("roles", by.roles().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    Optional<StoredNotice> notice(long id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query((row, number) -> toNotice(row))
                .optional();
    }

    /** Returns whether it was new until now. */
    boolean markRead(String person, long notice, Instant now) {
        return jdbc.sql("""
                update told_notice set read_at = :now
                where person_id = :person and notice_id = :notice and read_at is null
                """)
                        .param("person", person)
                        .param("notice", notice)
                        .param("now", Sql.timestamp(now))
                        .update()
                > 0;
    }

    /** @param upTo the newest that the person has seen, so that what came meanwhile stays new */
    int markAllRead(String person, long upTo, Instant now) {
        return jdbc.sql("""
                update told_notice set read_at = :now
                where person_id = :person and notice_id <= :upTo and read_at is null
                """)
                .param("person", person)
                .param("upTo", upTo)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Returns what is another whenever somebody, with whichever portal, was told something or read it. */
    String state() {
        return jdbc.sql("select concat((select max(id) from notice), ' ', (select max(read_at) from told_notice))")
                .query(String.class)
                .single();
    }

    private static FilterParameters parameters(Reading by, InboxFilter filter) {
        return FilterParameters.search(filter.text())
                .with("person", by.person())
                .with("roles", by.roles().toArray(String[]::new))
                .with("kind", filter.kind())
                .with("onlyNew", filter.onlyNew());
    }

    private static ToldNotice toTold(ResultSet row, int number) throws SQLException {
        return new ToldNotice(toNotice(row), row.getString("reason"), Sql.instantOrNull(row, "read_at"));
    }

    private static StoredNotice toNotice(ResultSet row) throws SQLException {
        return new StoredNotice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("sentence"),
                Sql.instant(row, "told_at"),
                new Actor(row.getString("actor_id"), row.getString("actor_name")));
    }

    /**
     * Who reads.
     *
     * @param roles which they have now: what they were told for another one is not shown any more
     */
    record Reading(String person, List<String> roles) {}
}
