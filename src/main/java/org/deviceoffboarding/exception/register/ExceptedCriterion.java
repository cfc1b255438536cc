package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Narrows devices to those that an exception in force covers, flagged or not. Users and groups count as they were last read for the
 * run whose copy is listed, or for one before it, as {@link RegisteredExceptions} says.
 */
@Component
@Order(44)
class ExceptedCriterion implements DeviceCriterion {

    /** Names as {@link NamePattern} matches them; those in Intune stand between line feeds. */
    private static final String EXCEPTED = """
            with in_force as materialized (
                select id, kind, target from device_exception
                where created_at <= :excepted_now and (lifted_at is null or lifted_at > :excepted_now)
                  and (ends_on is null or ends_on >= :excepted_today)),
            pattern as materialized (
                select replace(replace(replace(replace(replace(
                    target, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%'), '?', '_') as fits
                from in_force where kind = 'NAME_PATTERN'),
            covered as materialized (
                select m.device, m.user_name
                from in_force x
                    join exception_reading r on r.exception_id = x.id and r.run_id = (
                        select max(run_id) from exception_reading
                        where exception_id = r.exception_id and run_id <= :run)
                    join exception_member m on m.run_id = r.run_id and m.exception_id = r.exception_id
                where x.kind in ('USER', 'GROUP'))
            select target::uuid as object_id from in_force where kind = 'DEVICE'
            union all
            select device from covered where device is not null
            union all
            select l.object_id from covered c join inventory_listing l on l.user_key = c.user_name where l.run_id = :run
            union all
            select l.object_id from inventory_listing l
            where l.run_id = :run and l.users like '%@%@%'
              and string_to_array(l.users, E'\\n') && (select array_agg(user_name) from covered where user_name is not null)
            union all
            select l.object_id from inventory_listing l
            where l.run_id = :run and exists (select from pattern) and (
                exists (select from pattern p where btrim(l.name_key) like p.fits)
                or exists (select from string_to_table(l.other_names, E'\\n') other (name) join pattern p on other.name like p.fits))
            """;

    private final Clock clock;

    ExceptedCriterion(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "excepted";
    }

    @Override
    public String label() {
        return "Excepted";
    }

    @Override
    public boolean inFilterBar() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("YES", "Yes", new DeviceSubset(true, EXCEPTED, parameters())),
                new Choice("NO", "No", new DeviceSubset(false, EXCEPTED, parameters())));
    }

    private Map<String, Object> parameters() {
        Instant now = clock.instant();
        return Map.of(
                "excepted_now",
                Sql.timestamp(now),
                "excepted_today",
                now.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
