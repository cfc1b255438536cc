package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    private static final String EXCEPTED = """
            with in_force as materialized (
                select id, kind, target from device_exception
                where created_at <= :excepted_now and (lifted_at is null or lifted_at > :excepted_now)
                  and (ends_on is null or ends_on >= :excepted_today)),
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
            where exists (select from covered where user_name is not null) and l.run_id = :run and l.users like '%@%@%'
              and string_to_array(l.users, E'\\n') && (select array_agg(user_name) from covered where user_name is not null)
            """;

    /**
     * One for each pattern: an index finds those names that begin with something. Of the other names, which stand together, an index
     * finds those devices that may have such a name.
     */
    private static final String NAMED = """
            union all
            select l.object_id from inventory_listing l where l.run_id = :run and l.name_key like :%1$s
            union all
            select l.object_id from inventory_listing l
            where l.run_id = :run and l.other_names like E'%%\\n' || :%1$s || E'\\n%%'
              and exists (select from string_to_table(l.other_names, E'\\n') other (name) where other.name like :%1$s)
            """;

    private final ExceptionRepository exceptions;
    private final Clock clock;

    ExceptedCriterion(ExceptionRepository exceptions, Clock clock) {
        this.exceptions = exceptions;
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
        DeviceSubset excepted = excepted(clock.instant());
        return List.of(
                new Choice("YES", "Yes", excepted),
                new Choice("NO", "No", new DeviceSubset(false, excepted.objectIds(), excepted.parameters())));
    }

    private DeviceSubset excepted(Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("excepted_now", Sql.timestamp(now));
        parameters.put("excepted_today", now.atZone(ZoneOffset.UTC).toLocalDate());
        StringBuilder select = new StringBuilder(EXCEPTED);
        for (DeviceException exception : exceptions.inForce(now, List.of())) {
            if (exception.kind() == ExceptionKind.NAME_PATTERN) {
                String name = "excepted_name_" + parameters.size();
                select.append(NAMED.formatted(name));
                parameters.put(name, like(exception.target()));
            }
        }
        return new DeviceSubset(true, select.toString(), parameters);
    }

    /** Names as {@link NamePattern} matches them. */
    private static String like(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }
}
