package org.deviceoffboarding.exception.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps exceptions; none is ever deleted. */
@Repository
class ExceptionRepository {

    private static final String STATE = """
            case when lifted_at <= :now then 'LIFTED' when ends_on < :today then 'ENDED' else 'IN_FORCE' end""";

    private static final String MATCHES = """
             from device_exception
            where (:text = '' or name ilike :pattern or target ilike :pattern or reason ilike :pattern
                   or created_by_name ilike :pattern
                   or created_by_id in (select person_name.id from person_name where person_name.name ilike :pattern))
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:state as text) is null or :state =\s""" + STATE + ")";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name)",
            "kind", "kind",
            "state", STATE,
            "endsOn", "ends_on",
            "createdBy",
                    "lower(coalesce((select person_name.name from person_name where person_name.id = created_by_id), created_by_name))",
            "createdAt", "created_at",
            "reason", "lower(reason)");

    private final JdbcClient jdbc;
    private final FilteredTable<DeviceException> table;
    private final ExportedTable<DeviceException> exported;

    ExceptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(jdbc, MATCHES, SORTABLE, "id desc", ExceptionRepository::toException);
        this.exported = new ExportedTable<>(table, RowKey.descending("id", DeviceException::id));
    }

    /** Returns those of these targets that another exception stands in the way of: it is in force. */
    List<ExceptionTarget> taken(List<ExceptionTarget> targets, Instant now) {
        Set<String> taken = Set.copyOf(jdbc.sql("""
                select e.kind || ' ' || e.target
                from unnest(cast(:kinds as text[]), cast(:targets as text[])) wanted (kind, target)
                    join device_exception e using (kind, target)
                where e.lifted_at is null and not e.replaced and (e.ends_on is null or e.ends_on >= :today)
                """)
                .param("kinds", texts(targets, target -> target.kind().name()))
                .param("targets", texts(targets, ExceptionTarget::key))
                .param("today", day(now))
                .query(String.class)
                .list());
        return targets.stream()
                .filter(target -> taken.contains(target.kind().name() + " " + target.key()))
                .toList();
    }

    /**
     * Stores new exceptions, and returns them in the same order. One for the same target that has ended makes way.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one for the same target is in force; the transaction is then of
     *     no more use
     */
    List<DeviceException> add(List<NewException> wanted, Actor actor, Instant now) {
        String[] kinds = texts(wanted, each -> each.target().kind().name());
        String[] targets = texts(wanted, each -> each.target().key());
        jdbc.sql("""
                update device_exception e set replaced = true
                from unnest(cast(:kinds as text[]), cast(:targets as text[])) wanted (kind, target)
                where e.kind = wanted.kind and e.target = wanted.target and e.lifted_at is null and e.ends_on < :today
                """)
                .param("kinds", kinds)
                .param("targets", targets)
                .param("today", day(now))
                .update();
        return jdbc.sql("""
                with added as (
                    insert into device_exception (kind, target, name, reason, legal_hold, ends_on, created_at,
                        created_by_id, created_by_name)
                    select kind, target, name, reason, legal_hold, ends_on, :now, :actorId, :actorName
                    from unnest(cast(:kinds as text[]), cast(:targets as text[]), cast(:names as text[]),
                        cast(:reasons as text[]), cast(:holds as boolean[]), cast(:ends as date[]))
                        with ordinality wanted (kind, target, name, reason, legal_hold, ends_on, number)
                    order by number
                    returning *)
                select * from added order by id
                """)
                .param("kinds", kinds)
                .param("targets", targets)
                .param("names", texts(wanted, each -> Sql.text(each.target().name())))
                .param("reasons", texts(wanted, each -> Sql.text(each.reason())))
                .param("holds", texts(wanted, each -> Boolean.toString(each.legalHold())))
                .param(
                        "ends",
                        texts(
                                wanted,
                                each -> each.endsOn() == null
                                        ? null
                                        : each.endsOn().toString()))
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .query(ExceptionRepository::toException)
                .list();
    }

    private static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** Notes that it was taken back; returns nothing if it was before. */
    Optional<DeviceException> lift(long id, String reason, Actor actor, Instant now) {
        return jdbc.sql("""
                update device_exception
                set lifted_at = :now, lifted_by_name = :actor, lift_reason = :reason
                where id = :id and lifted_at is null
                returning *
                """)
                .param("id", id)
                .param("reason", Sql.text(reason))
                .param("actor", Sql.text(actor.name()))
                .param("now", Sql.timestamp(now))
                .query(ExceptionRepository::toException)
                .optional();
    }

    /** Notes which exceptions ended with their last day since this was asked last, and returns some of them, the oldest first. */
    List<DeviceException> noteEnded(Instant now, int limit) {
        return jdbc.sql("""
                update device_exception set end_noted = true
                where id in (select id from device_exception
                             where ends_on < :today and lifted_at is null and not end_noted
                             order by id limit :limit for update skip locked)
                returning *
                """)
                .param("today", day(now))
                .param("limit", limit)
                .query(ExceptionRepository::toException)
                .list();
    }

    Optional<DeviceException> get(long id) {
        return jdbc.sql("select * from device_exception where id = :id")
                .param("id", id)
                .query(ExceptionRepository::toException)
                .optional();
    }

    /** Returns those in force at a time, the oldest first; legal holds before all others, since they bind most. */
    List<DeviceException> inForce(Instant at) {
        return jdbc.sql("select * from device_exception where created_at <= :now and " + STATE
                        + " = 'IN_FORCE' order by legal_hold desc, id")
                .param("now", Sql.timestamp(at))
                .param("today", day(at))
                .query(ExceptionRepository::toException)
                .list();
    }

    /** Returns how many are in force. */
    long countInForce(Instant at) {
        return jdbc.sql("select count(*) from device_exception where created_at <= :now and " + STATE + " = 'IN_FORCE'")
                .param("now", Sql.timestamp(at))
                .param("today", day(at))
                .query(Long.class)
                .single();
    }

    /** As {@link #inForce(Instant)}, without those for single devices that are others than these. */
    List<DeviceException> inForce(Instant at, Collection<UUID> devices) {
        return jdbc.sql("select * from device_exception where created_at <= :now and " + STATE
                        + " = 'IN_FORCE' and (kind <> 'DEVICE' or target = any(:devices)) order by legal_hold desc, id")
                .param("now", Sql.timestamp(at))
                .param("today", day(at))
                .param("devices", devices.stream().map(UUID::toString).toArray(String[]::new))
                .query(ExceptionRepository::toException)
                .list();
    }

    List<DeviceException> find(ExceptionFilter filter, Pageable page, Instant now) {
        return table.page(parameters(filter, now), page);
    }

    long count(ExceptionFilter filter, Instant now) {
        return table.count(parameters(filter, now));
    }

    ExportPage<ExceptionFilter, DeviceException> export(ExceptionFilter filter, Sort sort, Instant now) {
        return exported.first(filter, parameters(filter, now), sort);
    }

    ExportPage<ExceptionFilter, DeviceException> export(
            ExportPage<ExceptionFilter, DeviceException> before, Instant now) {
        return exported.next(before, parameters(before.of(), now));
    }

    private static FilterParameters parameters(ExceptionFilter filter, Instant now) {
        return FilterParameters.search(filter.text())
                .with("kind", filter.kind())
                .with("state", filter.state())
                .with("now", now)
                .with("today", day(now));
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static DeviceException toException(ResultSet row, int number) throws SQLException {
        return new DeviceException(
                row.getLong("id"),
                ExceptionKind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("name"),
                row.getString("reason"),
                row.getBoolean("legal_hold"),
                row.getObject("ends_on", LocalDate.class),
                Sql.instant(row, "created_at"),
                new Actor(row.getString("created_by_id"), row.getString("created_by_name")),
                toLift(row));
    }

    private static DeviceException.@Nullable Lift toLift(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "lifted_at");
        return at == null
                ? null
                : new DeviceException.Lift(at, row.getString("lifted_by_name"), row.getString("lift_reason"));
    }
}
