package org.deviceoffboarding.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.TextLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was told, to whom, and why. Whatever is too long is shortened: no notice keeps what it tells of from being done. */
@Repository
class NoticeRepository {

    private static final int LONGEST_SENTENCE = 2_000;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores those that were not told before, each for its people who want such notices at all. */
    void add(List<AddressedNotice> all, Actor actor, Instant now) {
        Map<String, AddressedNotice> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.putIfAbsent(each.notice().key(), each));
        List<AddressedNotice> distinct = List.copyOf(byKey.values());
        Map<String, Long> added = new HashMap<>();
        jdbc.sql("""
                insert into notice (key, kind, subject, sentence, told_at, actor_id, actor_name)
                select key, kind, subject, sentence, :now, :actorId, :actorName
                from unnest(cast(:keys as text[]), cast(:kinds as text[]), cast(:subjects as text[]),
                    cast(:sentences as text[])) told (key, kind, subject, sentence)
                order by key
                on conflict (key) do nothing
                returning id, key
                """)
                .param("keys", texts(distinct, Notice::key))
                .param("kinds", texts(distinct, notice -> notice.kind().name()))
                .param("subjects", texts(distinct, Notice::subject))
                .param("sentences", texts(distinct, notice -> text(notice.sentence(), LONGEST_SENTENCE)))
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .query(row -> {
                    added.put(row.getString("key"), row.getLong("id"));
                });
        List<Told> told = new ArrayList<>();
        distinct.forEach(each -> {
            Long id = added.get(each.notice().key());
            if (id != null) {
                each.people()
                        .forEach((person, recipient) ->
                                told.add(new Told(id, each.notice().kind(), person, recipient)));
            }
        });
        addTold(told);
    }

    /** Whoever wants no such notices is told none. */
    private void addTold(List<Told> all) {
        jdbc.sql("""
                insert into told_notice (notice_id, person_id, reason, role, on_page)
                select told.notice_id, told.person_id, told.reason, told.role,
                    coalesce(chosen.way, told.usual) in ('PAGE', 'BOTH')
                from unnest(cast(:notices as bigint[]), cast(:people as text[]), cast(:reasons as text[]),
                    cast(:roles as text[]), cast(:kinds as text[]), cast(:usual as text[]))
                    told (notice_id, person_id, reason, role, kind, usual)
                left join notice_choice chosen on chosen.person_id = told.person_id and chosen.kind = told.kind
                where coalesce(chosen.way, told.usual) <> 'NONE'
                order by told.person_id, told.notice_id
                """)
                .param("notices", all.stream().map(Told::notice).toArray(Long[]::new))
                .param("people", texts(all, Told::person))
                .param("reasons", texts(all, each -> text(each.recipient().reason(), LONGEST_REASON)))
                .param("roles", texts(all, each -> each.recipient().role()))
                .param("kinds", texts(all, each -> each.kind().name()))
                .param("usual", texts(all, each -> each.kind().usualWay().name()))
                .update();
    }

    private static String text(String value, int longest) {
        return Sql.text(TextLimits.shorten(value, longest));
    }

    private static String[] texts(List<AddressedNotice> all, NoticeText text) {
        return all.stream().map(each -> text.of(each.notice())).toArray(String[]::new);
    }

    private static String[] texts(List<Told> all, Function<Told, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private record Told(long notice, NoticeKind kind, String person, Recipient recipient) {}

    @FunctionalInterface
    private interface NoticeText {
        String of(Notice notice);
    }
}
