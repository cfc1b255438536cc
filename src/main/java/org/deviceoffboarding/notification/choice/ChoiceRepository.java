package org.deviceoffboarding.notification.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChoiceRepository {

    private final JdbcClient jdbc;

    ChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what each of these people chose, those who chose nothing among them. */
    Map<String, NoticeChoices> of(Collection<String> people) {
        String[] ids = people.toArray(String[]::new);
        Map<String, Map<NoticeKind, NoticeWay>> ways = ways(ids);
        Map<String, NoticeTiming> timings = timings(ids);
        Map<String, NoticeChoices> all = new HashMap<>();
        people.forEach(person -> all.put(
                person,
                new NoticeChoices(
                        ways.getOrDefault(person, Map.of()), timings.getOrDefault(person, NoticeTiming.AT_ONCE))));
        return all;
    }

    /** Returns what somebody chose; until the end of the transaction nobody changes it. */
    NoticeChoices lock(String person) {
        jdbc.sql("insert into notice_timing (person_id, zone) values (:person, 'UTC') on conflict do nothing")
                .param("person", person)
                .update();
        jdbc.sql("select from notice_timing where person_id = :person for update")
                .param("person", person)
                .query(row -> {});
        return of(List.of(person)).getOrDefault(person, NoticeChoices.USUAL);
    }

    void save(String person, NoticeChoices choices) {
        jdbc.sql("delete from notice_choice where person_id = :person")
                .param("person", person)
                .update();
        choices.ways()
                .forEach((kind, way) -> jdbc.sql(
                                "insert into notice_choice (person_id, kind, way) values (:person, :kind, :way)")
                        .param("person", person)
                        .param("kind", kind.name())
                        .param("way", way.name())
                        .update());
        NoticeTiming timing = choices.timing();
        jdbc.sql("""
                insert into notice_timing (person_id, digest_at, quiet_from, quiet_until, zone)
                values (:person, :digestAt, :quietFrom, :quietUntil, :zone)
                on conflict (person_id) do update set
                    digest_at = excluded.digest_at,
                    quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until,
                    zone = excluded.zone
                """)
                .param("person", person)
                .param("digestAt", timing.digestAt())
                .param("quietFrom", timing.quietFrom())
                .param("quietUntil", timing.quietUntil())
                .param("zone", timing.zone().getId())
                .update();
    }

    private Map<String, Map<NoticeKind, NoticeWay>> ways(String[] ids) {
        Map<String, Map<NoticeKind, NoticeWay>> ways = new HashMap<>();
        jdbc.sql("select * from notice_choice where person_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    ways.computeIfAbsent(row.getString("person_id"), person -> new EnumMap<>(NoticeKind.class))
                            .put(NoticeKind.valueOf(row.getString("kind")), NoticeWay.valueOf(row.getString("way")));
                });
        return ways;
    }

    private Map<String, NoticeTiming> timings(String[] ids) {
        Map<String, NoticeTiming> timings = new HashMap<>();
        jdbc.sql("select * from notice_timing where person_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    timings.put(row.getString("person_id"), toTiming(row));
                });
        return timings;
    }

    private static NoticeTiming toTiming(ResultSet row) throws SQLException {
        return new NoticeTiming(
                row.getObject("digest_at", LocalTime.class),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                ZoneId.of(row.getString("zone")));
    }
}
