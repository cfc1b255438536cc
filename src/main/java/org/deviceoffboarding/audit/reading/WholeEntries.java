package org.deviceoffboarding.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks up entries whole, with their numbers and devices. */
@Repository
class WholeEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    /** The portal writes no longer text beside details, in bytes. */
    private static final int LARGEST_TEXT = 100_000;

    /** Details are of two custom instructions at most, before and after, of a million characters each, in bytes. */
    private static final int LARGEST_DETAILS = 10_000_000;

    /** What details of all entries that are looked up at once may have, in bytes. */
    private static final int TOGETHER = 40_000_000;

    private static final String TOO_LARGE =
            "{\"unreadable\":\"What is kept here is too large to be shown. A file of evidence has it whole.\"}";

    private static final String FOUND = """
            select e.id, e.number, e.at, e.result, e.format, %s,
                case when e.size > :mostDetails or sum(e.size) filter (where e.size <= :mostDetails) over (order by e.id desc) > :together
                     then :tooLarge else cast(e.details as text) end as details
            from (
                select entry.*, l.number, octet_length(cast(entry.details as text)) as size
                from audit_entry entry left join audit_leaf l on l.entry_id = entry.id where entry.id = any(:ids)) e
            """.formatted(
                    Stream.of("actor_id", "actor_name", "action", "subject", "summary")
                            .map(WholeEntries::cutShort)
                            .collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;

    WholeEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the entries of these IDs, in their order; none for IDs that are of none. What is larger than anything that the portal writes
     * is cut short, so that whoever may add entries takes neither a page nor the memory with them.
     */
    List<AuditEntry> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Long[]> wanted = Map.of("ids", ids.toArray(Long[]::new));
        Map<Long, List<AuditedDevice>> devices = devices(wanted);
        Map<Long, AuditEntry> found = new HashMap<>();
        jdbc.sql(FOUND)
                .params(wanted)
                .param("most", LARGEST_TEXT)
                .param("mostDetails", LARGEST_DETAILS)
                .param("together", TOGETHER)
                .param("tooLarge", TOO_LARGE)
                .query((row, number) -> entry(row, devices.getOrDefault(row.getLong("id"), List.of())))
                .list()
                .forEach(entry -> found.put(entry.id(), entry));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String cutShort(String text) {
        return "case when octet_length(e.%1$s) > :most then left(e.%1$s, 1000) || '…' else e.%1$s end as %1$s"
                .formatted(text);
    }

    /** Returns of each entry's devices one more than come with it, if there are so many. */
    private Map<Long, List<AuditedDevice>> devices(Map<String, Long[]> wanted) {
        Map<Long, List<AuditedDevice>> devices = new HashMap<>();
        jdbc.sql("""
                select i.id, d.object_id, d.device_id, d.name
                from unnest(cast(:ids as bigint[])) i(id) cross join lateral (
                    select object_id, device_id, name from audit_entry_device where entry_id = i.id
                    order by object_id limit :most) d
                order by i.id, d.object_id
                """).params(wanted).param("most", AuditEntry.DEVICES + 1).query((ResultSet row) -> {
            devices.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>()).add(device(row));
        });
        return devices;
    }

    static AuditedDevice device(ResultSet row) throws SQLException {
        return new AuditedDevice(
                row.getObject("object_id", UUID.class), row.getObject("device_id", UUID.class), row.getString("name"));
    }

    private static AuditEntry entry(ResultSet row, List<AuditedDevice> devices) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("number", Long.class),
                Sql.instant(row, "at"),
                new Actor(row.getString("actor_id"), row.getString("actor_name")),
                row.getString("action"),
                AuditResult.valueOf(row.getString("result")),
                row.getString("subject"),
                row.getString("summary"),
                details(row.getString("details")),
                devices.stream().limit(AuditEntry.DEVICES).toList(),
                devices.size() > AuditEntry.DEVICES,
                row.getInt("format"));
    }

    /** Whoever may add entries may add what no reader takes, such as lists in lists without end; the page shows all others. */
    private static Map<String, @Nullable Object> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JacksonException notOurs) {
            return Map.of("unreadable", "What is kept here can't be read: this portal did not write it.");
        }
    }
}
