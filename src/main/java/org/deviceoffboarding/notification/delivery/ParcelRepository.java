package org.deviceoffboarding.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts notices into the queues of destinations. */
@Repository
class ParcelRepository {

    private final JdbcClient jdbc;

    ParcelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the oldest that are in no queue yet, and lets nobody else queue them before the transaction ends. */
    List<StoredNotice> unqueued(int most) {
        return jdbc.sql("select * from notice where queued_at is null order by id limit :most for update skip locked")
                .param("most", most)
                .query(ParcelRepository::toNotice)
                .list();
    }

    /** Returns the same of those told until a time. */
    List<StoredNotice> unqueued(int most, Instant until) {
        return jdbc.sql("""
                select * from notice where queued_at is null and told_at <= :until
                order by id limit :most for update skip locked
                """)
                .param("until", Sql.timestamp(until))
                .param("most", most)
                .query(ParcelRepository::toNotice)
                .list();
    }

    void markQueued(List<StoredNotice> notices, Instant now) {
        jdbc.sql("update notice set queued_at = :now where id = any(:ids)")
                .param("ids", notices.stream().map(StoredNotice::id).toArray(Long[]::new))
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Puts them at the ends of the queues, in their order; those of destinations that are switched off are left out. */
    void queue(DestinationKind kind, List<Consignment> all, Instant now) {
        Map<String, Queue> queues = hold(kind, all);
        NewParcels parcels = new NewParcels();
        for (Consignment each : all) {
            Queue queue = queues.get(each.target());
            if (queue != null) {
                parcels.notice(queue.parcel(each, parcels), each.noticeId());
            }
        }
        parcels.insert(jdbc, now);
        jdbc.sql("""
                update delivery_destination set last_position = moved.position
                from unnest(cast(:ids as bigint[]), cast(:positions as bigint[])) moved (id, position)
                where delivery_destination.id = moved.id
                """)
                .param("ids", queues.values().stream().map(queue -> queue.id).toArray(Long[]::new))
                .param(
                        "positions",
                        queues.values().stream().map(queue -> queue.last).toArray(Long[]::new))
                .update();
    }

    /** Lets what waits for its time, and was not tried yet, be due at another one. */
    void redate(DestinationKind kind, String target, Instant dueAt) {
        jdbc.sql("""
                update parcel set due_at = :dueAt
                from delivery_destination d
                where d.id = destination_id and d.kind = :kind and d.target = :target and attempts = 0
                    and settled_at is null
                """)
                .param("kind", kind.name())
                .param("target", target)
                .param("dueAt", Sql.timestamp(dueAt))
                .update();
    }

    private Map<String, Queue> hold(DestinationKind kind, List<Consignment> all) {
        String[] targets = all.stream().map(Consignment::target).distinct().toArray(String[]::new);
        jdbc.sql("""
                insert into delivery_destination (kind, target)
                select :kind, target from unnest(cast(:targets as text[])) target order by target
                on conflict (kind, target) do nothing
                """).param("kind", kind.name()).param("targets", targets).update();
        Long[] held = jdbc.sql("""
                select id from delivery_destination
                where kind = :kind and target = any(:targets) and off_at is null order by id for update
                """)
                .param("kind", kind.name())
                .param("targets", targets)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        return queues(held);
    }

    /** A statement of its own: the one that waited for the locks does not see what was done to parcels meanwhile. */
    private Map<String, Queue> queues(Long[] held) {
        Map<String, Queue> queues = new HashMap<>();
        jdbc.sql("""
                select d.id, d.target, d.last_position, p.id as open_parcel
                from delivery_destination d
                    left join parcel p on p.destination_id = d.id and p.position = d.last_position
                        and p.position > d.cursor and p.gathers and p.attempts = 0
                where d.id = any(:held)
                """).param("held", held).query(row -> {
            queues.put(row.getString("target"), new Queue(row));
        });
        return queues;
    }

    static StoredNotice toNotice(ResultSet row, int number) throws SQLException {
        return new StoredNotice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("sentence"),
                Sql.instant(row, "told_at"),
                new Actor(row.getString("actor_id"), row.getString("actor_name")));
    }

    /** The end of a destination's queue, held by the transaction: nobody else begins to send its last parcel, either. */
    private static final class Queue {

        private final long id;
        private long last;
        private UUID open;
        private boolean gathering;

        Queue(ResultSet row) throws SQLException {
            id = row.getLong("id");
            last = row.getLong("last_position");
            UUID found = row.getObject("open_parcel", UUID.class);
            gathering = found != null;
            open = found == null ? UUID.randomUUID() : found;
        }

        /** Returns the parcel that a notice goes into. */
        UUID parcel(Consignment each, NewParcels parcels) {
            if (!gathering || !each.gathered()) {
                last++;
                open = UUID.randomUUID();
                gathering = each.gathered();
                parcels.add(id, last, open, each);
            }
            return open;
        }
    }

    /** Parcels and what is in them, to be stored in two statements. */
    private static final class NewParcels {

        private final List<Long> destinations = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<UUID> ids = new ArrayList<>();
        private final List<Boolean> gathers = new ArrayList<>();
        private final List<String> due = new ArrayList<>();
        private final List<UUID> parcels = new ArrayList<>();
        private final List<Long> notices = new ArrayList<>();

        void add(long destination, long position, UUID id, Consignment first) {
            destinations.add(destination);
            positions.add(position);
            ids.add(id);
            gathers.add(first.gathered());
            due.add(Sql.timestamp(first.dueAt()).toString());
        }

        void notice(UUID parcel, long notice) {
            parcels.add(parcel);
            notices.add(notice);
        }

        void insert(JdbcClient jdbc, Instant now) {
            jdbc.sql("""
                    insert into parcel (destination_id, position, id, gathers, made_at, due_at)
                    select made.destination, made.position, made.id, made.gathers, :now, cast(made.due as timestamptz)
                    from unnest(cast(:destinations as bigint[]), cast(:positions as bigint[]), cast(:ids as uuid[]),
                        cast(:gathers as boolean[]), cast(:due as text[]))
                        made (destination, position, id, gathers, due)
                    """)
                    .param("destinations", destinations.toArray(Long[]::new))
                    .param("positions", positions.toArray(Long[]::new))
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("gathers", gathers.toArray(Boolean[]::new))
                    .param("due", due.toArray(String[]::new))
                    .param("now", Sql.timestamp(now))
                    .update();
            jdbc.sql("""
                    insert into parcel_notice (parcel_id, notice_id)
                    select * from unnest(cast(:parcels as uuid[]), cast(:notices as bigint[]))
                    on conflict do nothing
                    """)
                    .param("parcels", parcels.toArray(UUID[]::new))
                    .param("notices", notices.toArray(Long[]::new))
                    .update();
        }
    }
}
