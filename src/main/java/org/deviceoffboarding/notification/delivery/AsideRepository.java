package org.deviceoffboarding.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what waited in a restored database beside the queues, until an owner says what becomes of it. */
@Repository
class AsideRepository {

    private final JdbcClient jdbc;

    AsideRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether what waited when the database was found to be restored is yet to be set aside; it counts as done from now on. */
    boolean begin(Instant foundAt) {
        return jdbc.sql("insert into delivery_restoration (found_at) values (:foundAt) on conflict do nothing")
                        .param("foundAt", Sql.timestamp(foundAt))
                        .update()
                > 0;
    }

    /** Returns whether what waited when the database was found to be restored was set aside. */
    boolean isDone(Instant foundAt) {
        return jdbc.sql("select exists (select from delivery_restoration where found_at = :foundAt)")
                .param("foundAt", Sql.timestamp(foundAt))
                .query(Boolean.class)
                .single();
    }

    /** Takes out of each queue what was put there before a time, and what stands before that; each destination begins anew. */
    void setAside(Instant before, Instant now) {
        jdbc.sql("select id from delivery_destination where cursor < last_position order by id for update")
                .query(row -> {});
        jdbc.sql("""
                with upto as (
                    select d.id, max(p.position) as position
                    from delivery_destination d join parcel p on p.destination_id = d.id and p.position > d.cursor
                    where d.cursor < d.last_position and p.made_at < :before
                    group by d.id
                ), aside as (
                    update parcel set aside_since = :now, settled_at = :now, sent = false, gathers = false,
                        outcome = 'It waited in a restored backup: an owner says whether it is sent.'
                    from upto join delivery_destination d on d.id = upto.id
                    where destination_id = d.id and parcel.position > d.cursor and parcel.position <= upto.position
                )
                update delivery_destination d set cursor = upto.position,
                    failures = case when off_at is null then 0 else failures end,
                    failing_since = case when off_at is null then null else failing_since end,
                    problem = case when off_at is null then null else problem end, next_try_at = null
                from upto where d.id = upto.id
                """)
                .param("before", Sql.timestamp(before))
                .param("now", Sql.timestamp(now))
                .update();
        jdbc.sql("delete from delivery_outage").update();
    }

    /** Returns how much there is, by kind. */
    Map<DestinationKind, Long> count() {
        Map<DestinationKind, Long> count = new EnumMap<>(DestinationKind.class);
        jdbc.sql("""
                select d.kind, count(*) as parcels from parcel p join delivery_destination d on d.id = p.destination_id
                where p.aside_since is not null group by d.kind
                """).query(row -> {
            count.put(DestinationKind.valueOf(row.getString("kind")), row.getLong("parcels"));
        });
        return count;
    }

    /** Returns the oldest. */
    List<WaitedParcel> find(int most) {
        return jdbc.sql("""
                select p.id, d.kind, d.target, p.made_at, p.attempts,
                    array(select n.sentence from parcel_notice pn join notice n on n.id = pn.notice_id
                          where pn.parcel_id = p.id order by n.id) as sentences
                from parcel p join delivery_destination d on d.id = p.destination_id
                where p.aside_since is not null order by p.made_at, p.destination_id, p.position limit :most
                """)
                .param("most", most)
                .query(AsideRepository::toWaited)
                .list();
    }

    /** Puts them at the ends of their queues, in their order and with the IDs that they have. Returns how many of a kind there were. */
    Map<DestinationKind, Long> queueAgain(Collection<UUID> ids) {
        hold(ids);
        Map<DestinationKind, Long> moved = countOf(ids);
        jdbc.sql("""
                with moved as (
                    update parcel set position = place.position, aside_since = null, settled_at = null, sent = null,
                        outcome = null
                    from (
                        select p.id, d.last_position + row_number() over (partition by d.id order by p.position) as position
                        from parcel p join delivery_destination d on d.id = p.destination_id
                        where p.id = any(:ids) and p.aside_since is not null
                    ) place
                    where parcel.id = place.id
                    returning parcel.destination_id, parcel.position
                )
                update delivery_destination d set last_position = ends.position
                from (select destination_id, max(position) as position from moved group by destination_id) ends
                where d.id = ends.destination_id
                """).param("ids", ids.toArray(UUID[]::new)).update();
        return moved;
    }

    /** Lets them be sent to nobody. Returns how many of a kind there were. */
    Map<DestinationKind, Long> leaveOut(Collection<UUID> ids, String outcome, Instant now) {
        hold(ids);
        Map<DestinationKind, Long> left = countOf(ids);
        jdbc.sql("""
                update parcel set aside_since = null, settled_at = :now, outcome = :outcome
                where id = any(:ids) and aside_since is not null
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("outcome", Sql.text(outcome))
                .param("now", Sql.timestamp(now))
                .update();
        return left;
    }

    /** Whoever decides about the same ones waits. */
    private void hold(Collection<UUID> ids) {
        jdbc.sql("""
                select id from delivery_destination where id in (select destination_id from parcel where id = any(:ids))
                order by id for update
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {});
    }

    private Map<DestinationKind, Long> countOf(Collection<UUID> ids) {
        Map<DestinationKind, Long> count = new EnumMap<>(DestinationKind.class);
        jdbc.sql("""
                select d.kind, count(*) as parcels from parcel p join delivery_destination d on d.id = p.destination_id
                where p.id = any(:ids) and p.aside_since is not null group by d.kind
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            count.put(DestinationKind.valueOf(row.getString("kind")), row.getLong("parcels"));
        });
        return count;
    }

    private static WaitedParcel toWaited(ResultSet row, int number) throws SQLException {
        return new WaitedParcel(
                row.getObject("id", UUID.class),
                DestinationKind.valueOf(row.getString("kind")),
                row.getString("target"),
                List.of((String[]) row.getArray("sentences").getArray()),
                Sql.instant(row, "made_at"),
                row.getInt("attempts"));
    }
}
