package org.deviceoffboarding.inventory.list;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.jspecify.annotations.Nullable;

/** Which devices a filter means, as a condition on one run's {@code listed_device e}. */
final class DeviceConditions {

    private static final String BY_ID = """
             and e.object_id in (
                select object_id from entra_device where run_id = :run and object_id = :id
                union all select object_id from entra_device where run_id = :run and device_id = :id
                union all select d.object_id from managed_device m
                    join entra_device d on d.run_id = m.run_id and d.device_id = m.entra_device_id
                    where m.run_id = :run and m.intune_id = :id
                union all select d.object_id from former_record m
                    join entra_device d on d.run_id = :run and d.device_id = m.entra_device_id
                    where m.intune_id = :id and not exists (
                        select from managed_device n
                        where n.run_id = :run and n.intune_id = :id and n.entra_device_id is not null))
            """;

    /** As {@link #BY_ID}, for very many IDs at once: which device has which of them. */
    static final String BY_IDS = """
            select object_id as id, object_id from entra_device where run_id = :run and object_id = any(:ids)
            union select device_id, object_id from entra_device where run_id = :run and device_id = any(:ids)
            union select m.intune_id, d.object_id from managed_device m
                join entra_device d on d.run_id = m.run_id and d.device_id = m.entra_device_id
                where m.run_id = :run and m.intune_id = any(:ids)
            union select m.intune_id, d.object_id from former_record m
                join entra_device d on d.run_id = :run and d.device_id = m.entra_device_id
                where m.intune_id = any(:ids) and not exists (
                    select from managed_device n
                    where n.run_id = :run and n.intune_id = m.intune_id and n.entra_device_id is not null)
            """;

    private static final String BY_TEXT = " and e.search_text like lower(:pattern)";

    private DeviceConditions() {}

    /** Returns the condition, with a space in front. */
    static String where(DeviceFilter filter, DeviceText text) {
        return " where true"
                + (text.isEmpty() ? "" : text.isId() ? BY_ID : BY_TEXT)
                + (filter.platform() == null ? "" : " and e.platform = :platform")
                + (filter.ownership() == null ? "" : " and e.ownership_kind = :ownership")
                + (filter.enabled() == null ? "" : " and e.enabled = :enabled")
                + (filter.inIntune() == null ? "" : " and e.intune_id is " + (filter.inIntune() ? "not " : "") + "null")
                + (filter.joinType() == null ? "" : " and e.trust_type = :joinType")
                + (filter.silentSince() == null ? "" : " and e.heard_at < :silentSince")
                + filter.subsets().stream()
                        .map(subset -> " and " + (subset.inside() ? "" : "not ") + "exists (select from ("
                                + subset.objectIds() + ") picked where picked.object_id = e.object_id)")
                        .collect(joining())
                + (filter.condition() == null
                        ? ""
                        : " and " + ConditionSql.of(filter.condition()).sql());
    }

    /** Returns what the condition needs. */
    static Map<String, @Nullable Object> parameters(long runId, DeviceFilter filter, DeviceText text) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        filter.subsets().forEach(subset -> parameters.putAll(subset.parameters()));
        if (filter.condition() != null) {
            parameters.putAll(ConditionSql.of(filter.condition()).parameters());
        }
        parameters.put("run", runId);
        parameters.put("id", text.id());
        parameters.put("pattern", text.pattern());
        parameters.put("platform", name(filter.platform()));
        parameters.put("ownership", name(filter.ownership()));
        parameters.put("enabled", filter.enabled());
        parameters.put(
                "joinType", filter.joinType() == null ? null : filter.joinType().trustType());
        parameters.put("silentSince", filter.silentSince() == null ? null : Sql.timestamp(filter.silentSince()));
        return parameters;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
