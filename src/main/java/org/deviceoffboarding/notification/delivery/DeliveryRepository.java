package org.deviceoffboarding.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how far each destination is, and how it goes. */
@Repository
class DeliveryRepository {

    private static final String DUE = """
             from delivery_destination d join parcel p on p.destination_id = d.id and p.position = d.cursor + 1
             left join delivery_outage o on o.kind = d.kind
            where d.cursor < d.last_position and d.off_at is null and p.due_at <= :now
              and (d.next_try_at is null or d.next_try_at <= :now)
              and (o.next_try_at is null or o.next_try_at <= :now)
            """;

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether anything is to be queued or sent now. */
    boolean isAnythingToDo(Instant now) {
        return jdbc.sql("select exists (select from notice where queued_at is null) or exists (select" + DUE + ")")
                .param("now", Sql.timestamp(now))
                .query(Boolean.class)
                .single();
    }

    /** Returns whether something was told that is in no queue yet. */
    boolean isAnythingToQueue() {
        return jdbc.sql("select exists (select from notice where queued_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Returns destinations of a kind that are to be sent something now, whoever waits longest first, apart from some. */
    List<Due> due(DestinationKind kind, Instant now, Collection<Long> apartFrom, int most) {
        return jdbc.sql("select d.id, d.target" + DUE + """
                 and d.kind = :kind and d.id <> all(:apartFrom) order by p.due_at, d.id limit :most
                """)
                .param("kind", kind.name())
                .param("now", Sql.timestamp(now))
                .param("apartFrom", apartFrom.toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> new Due(row.getLong("id"), kind, row.getString("target")))
                .list();
    }

    /**
     * Takes up what a destination is to be sent next, and counts the attempt before it is made: what is in it is fixed from then on.
     * Nothing where there is nothing to send now.
     */
    Optional<Parcel> begin(long destination, Instant now) {
        boolean held = jdbc.sql("select id from delivery_destination where id = :id for update")
                .param("id", destination)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!held) {
            return Optional.empty();
        }
        return jdbc.sql("""
                update parcel set attempts = attempts + 1, tried_at = :now
                from delivery_destination target
                where target.id = :id and destination_id = :id and (destination_id, position) in (
                    select p.destination_id, p.position
                """ + DUE + """
                    and d.id = :id)
                returning target.target, parcel.position, parcel.id, parcel.attempts
                """)
                .param("id", destination)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> toParcel(destination, row))
                .optional();
    }

    /** Notes what became of a parcel, unless that is noted already or its destination is gone. */
    void settle(Parcel parcel, Carried carried, Instant now) {
        int moved = jdbc.sql("""
                update delivery_destination
                set cursor = :position, failures = 0, failing_since = null, problem = null, next_try_at = null
                where id = :id and cursor = :position - 1
                """)
                .param("id", parcel.destinationId())
                .param("position", parcel.position())
                .update();
        if (moved > 0) {
            jdbc.sql("""
                    update parcel set settled_at = :now, sent = :sent, outcome = :outcome
                    where destination_id = :id and position = :position
                    """)
                    .param("id", parcel.destinationId())
                    .param("position", parcel.position())
                    .param("sent", carried.sent())
                    .param("outcome", Sql.text(carried.outcome()))
                    .param("now", Sql.timestamp(now))
                    .update();
        }
    }

    /** Counts a failure and returns the destination with it; nothing where it is gone. */
    Optional<Destination> failed(long destination, String problem, Instant now) {
        return jdbc.sql("""
                update delivery_destination
                set failures = failures + 1, failing_since = coalesce(failing_since, :now), problem = :problem
                where id = :id and off_at is null
                returning *, last_position - cursor as waiting
                """)
                .param("id", destination)
                .param("problem", Sql.text(problem))
                .param("now", Sql.timestamp(now))
                .query(DeliveryRepository::toDestination)
                .optional();
    }

    void tryAgain(long destination, Instant at) {
        jdbc.sql("update delivery_destination set next_try_at = :at where id = :id")
                .param("id", destination)
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Lets a destination that is left in peace for a while be tried at once; how often it failed stays known. */
    void tryNow(DestinationKind kind, String target) {
        jdbc.sql("update delivery_destination set next_try_at = null where kind = :kind and target = :target")
                .param("kind", kind.name())
                .param("target", target)
                .update();
    }

    /** Lets all destinations of a kind that are left in peace for a while be tried at once. */
    void tryAllNow(DestinationKind kind) {
        jdbc.sql("""
                update delivery_destination set next_try_at = null
                where kind = :kind and off_at is null and next_try_at is not null
                """).param("kind", kind.name()).update();
    }

    /** Returns whether anything was sent to other destinations of its kind after a time. */
    boolean wereOthersSentSince(Destination destination, Instant time) {
        return jdbc.sql("""
                select exists (
                    select from parcel p join delivery_destination d on d.id = p.destination_id
                    where d.kind = :kind and d.id <> :id and p.sent and p.settled_at > :time)
                """)
                .param("kind", destination.kind().name())
                .param("id", destination.id())
                .param("time", Sql.timestamp(time))
                .query(Boolean.class)
                .single();
    }

    /** Lets a destination that is only left in peace until a time be tried at once: it may have chosen another one. */
    void tryNowUnlessFailing(DestinationKind kind, String target) {
        jdbc.sql("""
                update delivery_destination set next_try_at = null
                where kind = :kind and target = :target and failing_since is null
                """).param("kind", kind.name()).param("target", target).update();
    }

    void switchOff(long destination, Instant now) {
        jdbc.sql("update delivery_destination set off_at = :now, next_try_at = null where id = :id and off_at is null")
                .param("id", destination)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Lets a destination be sent to again at once, from where it stood. */
    void switchOn(DestinationKind kind, String target) {
        jdbc.sql("""
                update delivery_destination
                set off_at = null, failures = 0, failing_since = null, problem = null, next_try_at = null
                where kind = :kind and target = :target
                """).param("kind", kind.name()).param("target", target).update();
    }

    void remove(DestinationKind kind, String target) {
        jdbc.sql("delete from delivery_destination where kind = :kind and target = :target")
                .param("kind", kind.name())
                .param("target", target)
                .update();
    }

    List<Destination> all(DestinationKind kind) {
        return jdbc.sql("""
                select *, last_position - cursor as waiting from delivery_destination where kind = :kind order by id
                """)
                .param("kind", kind.name())
                .query(DeliveryRepository::toDestination)
                .list();
    }

    Optional<Destination> find(DestinationKind kind, String target) {
        return jdbc.sql("""
                select *, last_position - cursor as waiting from delivery_destination
                where kind = :kind and target = :target
                """)
                .param("kind", kind.name())
                .param("target", target)
                .query(DeliveryRepository::toDestination)
                .optional();
    }

    /** Counts that a way failed as a whole, and returns how often it did in a row. */
    Outage wayFailed(DestinationKind kind, String problem, Instant now) {
        return jdbc.sql("""
                insert into delivery_outage (kind, since, failures, problem, next_try_at)
                values (:kind, :now, 1, :problem, :now)
                on conflict (kind) do update set failures = delivery_outage.failures + 1, problem = excluded.problem
                returning *
                """)
                .param("kind", kind.name())
                .param("problem", Sql.text(problem))
                .param("now", Sql.timestamp(now))
                .query(DeliveryRepository::toOutage)
                .single();
    }

    void wayTriesAgain(DestinationKind kind, Instant at) {
        jdbc.sql("update delivery_outage set next_try_at = :at where kind = :kind")
                .param("kind", kind.name())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Returns whether it was away until now. */
    boolean wayWorks(DestinationKind kind) {
        return jdbc.sql("delete from delivery_outage where kind = :kind")
                        .param("kind", kind.name())
                        .update()
                > 0;
    }

    /** Ends the outage of a way by which nothing waits any more: it would never be tried again. */
    void endOutageWithoutAny(DestinationKind kind) {
        jdbc.sql("""
                delete from delivery_outage where kind = :kind and not exists (
                    select from delivery_destination where kind = :kind and cursor < last_position and off_at is null)
                """).param("kind", kind.name()).update();
    }

    Optional<Outage> outage(DestinationKind kind) {
        return jdbc.sql("select * from delivery_outage where kind = :kind")
                .param("kind", kind.name())
                .query(DeliveryRepository::toOutage)
                .optional();
    }

    /** Returns the last that were tried, the newest first. */
    List<Dispatch> latest(DestinationKind kind, int most) {
        return jdbc.sql("""
                (select d.target, p.id, p.made_at, p.tried_at, p.attempts, p.settled_at, p.sent,
                    coalesce(p.outcome, o.problem, d.problem) as said, d.next_try_at,
                    (select string_agg(n.sentence, E'\\n' order by n.id)
                     from parcel_notice pn join notice n on n.id = pn.notice_id where pn.parcel_id = p.id) as sentences,
                    false as test
                from parcel p join delivery_destination d on d.id = p.destination_id
                    left join delivery_outage o on o.kind = d.kind
                where d.kind = :kind and p.tried_at is not null
                order by p.tried_at desc nulls last limit :most)
                union all
                (select target, id, begun_at, begun_at, 1, ended_at, sent, outcome, null, sentence, true
                from delivery_test where kind = :kind order by begun_at desc limit :most)
                order by tried_at desc limit :most
                """)
                .param("kind", kind.name())
                .param("most", most)
                .query(DeliveryRepository::toDispatch)
                .list();
    }

    /** Keeps what became of a test. */
    void tested(DeliveryTrial trial, Carried carried, Instant now) {
        jdbc.sql("""
                insert into delivery_test (id, kind, target, sentence, begun_at, ended_at, sent, outcome)
                values (:id, :kind, :target, :sentence, :begun, greatest(:begun, :now), :sent, :outcome)
                """)
                .param("id", trial.id())
                .param("kind", trial.kind().name())
                .param("target", trial.target())
                .param("sentence", Sql.text(trial.sentence()))
                .param("begun", Sql.timestamp(trial.begunAt()))
                .param("now", Sql.timestamp(now))
                .param("sent", carried.sent())
                .param("outcome", Sql.text(carried.outcome()))
                .update();
    }

    /** Removes what was told long ago; what still waits to be sent, or for an owner, stays. */
    int forgetBefore(Instant time) {
        jdbc.sql("delete from delivery_test where ended_at < :time")
                .param("time", Sql.timestamp(time))
                .update();
        jdbc.sql("delete from parcel where settled_at < :time and aside_since is null")
                .param("time", Sql.timestamp(time))
                .update();
        return jdbc.sql("""
                delete from notice where told_at < :time and queued_at is not null
                    and not exists (select from parcel_notice where notice_id = notice.id)
                """).param("time", Sql.timestamp(time)).update();
    }

    private Parcel toParcel(long destination, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Parcel(
                destination,
                row.getString("target"),
                row.getLong("position"),
                id,
                row.getInt("attempts"),
                jdbc.sql("""
                        select notice.* from parcel_notice join notice on notice.id = notice_id
                        where parcel_id = :parcel order by notice.id
                        """)
                        .param("parcel", id)
                        .query(ParcelRepository::toNotice)
                        .list());
    }

    private static Destination toDestination(ResultSet row, int number) throws SQLException {
        return new Destination(
                row.getLong("id"),
                DestinationKind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getLong("waiting"),
                row.getInt("failures"),
                Sql.instantOrNull(row, "failing_since"),
                row.getString("problem"),
                Sql.instantOrNull(row, "next_try_at"),
                Sql.instantOrNull(row, "off_at"));
    }

    private static Outage toOutage(ResultSet row, int number) throws SQLException {
        return new Outage(
                Sql.instant(row, "since"),
                row.getInt("failures"),
                row.getString("problem"),
                Sql.instant(row, "next_try_at"));
    }

    private static Dispatch toDispatch(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getString("target"),
                row.getString("sentences") == null
                        ? List.of()
                        : List.of(row.getString("sentences").split("\n")),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "tried_at"),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "settled_at"),
                row.getBoolean("sent"),
                row.getString("said"),
                Sql.instantOrNull(row, "next_try_at"),
                row.getBoolean("test"));
    }

    /** A destination to send to now. */
    record Due(long id, DestinationKind kind, String target) {}
}
