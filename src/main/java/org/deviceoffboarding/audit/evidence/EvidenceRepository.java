package org.deviceoffboarding.audit.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.content.ContentDevice;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries with all that they say, as it was hashed. */
@Repository
class EvidenceRepository {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether something was ever sealed, by whomever. */
    boolean isSealed() {
        return jdbc.sql("select exists (select from audit_checkpoint)")
                .query(Boolean.class)
                .single();
    }

    /** Where a part of a request's entries ended. */
    record Place(long id, Instant at) {}

    /** Returns entries about a request, and about what it did to devices, the newest first, behind a place. */
    List<Place> ofRequest(long request, @Nullable Place behind, int most) {
        String newest = behind == null ? "" : " and (e.at, e.id) < (:at, :id)";
        return jdbc.sql("""
                select id, at from (
                    (select e.id, e.at from audit_entry e where e.subject = :subject%1$s
                     order by e.at desc, e.id desc limit :most)
                    union
                    (select e.id, e.at from audit_entry e where e.details ->> 'request' = :request%1$s
                     order by e.at desc, e.id desc limit :most)) found
                order by at desc, id desc limit :most
                """.formatted(newest))
                .param("subject", "request:" + request)
                .param("request", Long.toString(request))
                .param("at", behind == null ? null : Sql.timestamp(behind.at()))
                .param("id", behind == null ? null : behind.id())
                .param("most", most)
                .query((row, number) -> new Place(row.getLong("id"), Sql.instant(row, "at")))
                .list();
    }

    /** Returns those entries that a tree of a size has, in the order of the IDs. */
    List<ProvableEntry> entries(List<Long> ids, long size) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, List<ContentDevice>> devices = devices(wanted);
        return jdbc.sql("""
                select e.*, l.number, l.leaf_hash as leaf, cast(e.details as text) as json
                from unnest(cast(:ids as bigint[])) with ordinality as wanted(id, place)
                    join audit_entry e on e.id = wanted.id
                    join audit_leaf l on l.entry_id = e.id and l.number <= :size
                order by wanted.place
                """)
                .param("ids", wanted)
                .param("size", size)
                .query((row, number) -> new ProvableEntry(
                        row.getLong("number"),
                        content(row, devices.getOrDefault(row.getLong("id"), List.of())),
                        row.getBytes("leaf")))
                .list();
    }

    private Map<Long, List<ContentDevice>> devices(Long[] ids) {
        Map<Long, List<ContentDevice>> devices = new HashMap<>();
        jdbc.sql("select * from audit_entry_device where entry_id = any(:ids)")
                .param("ids", ids)
                .query((ResultSet row) -> {
                    devices.computeIfAbsent(row.getLong("entry_id"), id -> new ArrayList<>())
                            .add(new ContentDevice(
                                    row.getObject("object_id", UUID.class),
                                    row.getObject("device_id", UUID.class),
                                    row.getString("name")));
                });
        return devices;
    }

    private static EntryContent content(ResultSet row, List<ContentDevice> devices) throws SQLException {
        return new EntryContent(
                row.getInt("format"),
                Sql.instant(row, "at"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("result"),
                row.getString("subject"),
                row.getString("summary"),
                details(row),
                devices);
    }

    private static Map<String, @Nullable Object> details(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("json"), DETAILS);
        } catch (JacksonException notOurs) {
            return Map.of("unreadable", true); // as no entry's: its leaf does not fit
        }
    }
}
