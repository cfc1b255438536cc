package org.deviceoffboarding.notification.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who was told what, and why. */
@Repository
class ToldPeople {

    private final JdbcClient jdbc;

    ToldPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns who was told some notices, the oldest first. */
    List<Told> of(List<StoredNotice> notices) {
        Map<Long, StoredNotice> byId = new HashMap<>();
        notices.forEach(notice -> byId.put(notice.id(), notice));
        return jdbc.sql("""
                select notice_id, person_id, reason, role from told_notice where notice_id = any(:ids)
                order by notice_id, person_id
                """)
                .param("ids", byId.keySet().toArray(Long[]::new))
                .query((row, number) -> new Told(
                        byId.getOrDefault(row.getLong("notice_id"), notices.getFirst()),
                        row.getString("person_id"),
                        row.getString("reason"),
                        row.getString("role")))
                .list();
    }

    /** @param role without which the person is told nothing more of it */
    record Told(StoredNotice notice, String personId, String reason, String role) {}
}
