package org.deviceoffboarding.audit.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.content.ContentDevice;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up single entries with what proves them. */
@Repository
class SealedEntries {

    private static final String OF_ID = "id-";

    private static final String NUMBER = "[1-9]\\d{0,17}";

    private final JdbcClient jdbc;
    private final JdbcTemplate database;
    private final WholeEntries whole;

    SealedEntries(JdbcClient jdbc, JdbcTemplate database, WholeEntries whole) {
        this.jdbc = jdbc;
        this.database = database;
        this.whole = whole;
    }

    Optional<SealedEntry> find(String key) {
        return id(key).flatMap(id -> whole.find(List.of(id)).stream().findFirst())
                .map(this::sealed);
    }

    private Optional<Long> id(String key) {
        if (key.matches(NUMBER)) {
            return number("select entry_id from audit_leaf where number = :of", Long.parseLong(key));
        }
        return key.matches(OF_ID + "\\d{1,18}")
                ? Optional.of(Long.valueOf(key.substring(OF_ID.length())))
                : Optional.empty();
    }

    private SealedEntry sealed(AuditEntry entry) {
        return new SealedEntry(
                entry,
                hash(entry.id()),
                entry.moreDevices() ? null : content(entry).json(),
                entry.number() == null ? null : seal(entry.number()),
                fits(entry.id()),
                entry.number() == null && isRefused(entry.id()),
                entry.number() == null ? beforeUnsealed(entry.id()) : ofNumber(entry.number() - 1),
                entry.number() == null ? firstUnsealed(entry.id()) : afterSealed(entry.number()));
    }

    /** Returns whether a key is that of an entry which was sealed and is gone. */
    boolean isRemoved(String key) {
        return key.matches(NUMBER)
                && find(key).isEmpty()
                && jdbc.sql("""
                        select exists (select from audit_leaf where number = :of)
                            or exists (select from audit_checkpoint where size >= :of)
                        """)
                        .param("of", Long.parseLong(key))
                        .query(Boolean.class)
                        .single();
    }

    private boolean fits(long id) {
        List<byte[]> leaves = database.execute((ConnectionCallback<List<byte[]>>) connection -> {
            List<byte[]> read = new ArrayList<>();
            StoredEntries.all(connection).read(id, id, entry -> {
                byte[] leaf = entry.leaf();
                if (leaf != null) {
                    read.add(leaf);
                }
            });
            return read;
        });
        return leaves != null
                && !leaves.isEmpty()
                && jdbc
                        .sql("select leaf_hash from audit_leaf where entry_id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .list()
                        .stream()
                        .allMatch(hash -> Arrays.equals(hash, leaves.getFirst()));
    }

    private boolean isRefused(long id) {
        return jdbc.sql("select exists (select from audit_refused where entry_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private String hash(long id) {
        byte[] hash = jdbc.sql("select leaf_hash from audit_entry where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return HexFormat.of().formatHex(hash);
    }

    private static EntryContent content(AuditEntry entry) {
        return new EntryContent(
                entry.format(),
                entry.at(),
                entry.actor().id(),
                entry.actor().name(),
                entry.action(),
                entry.result().name(),
                entry.subject(),
                entry.summary(),
                entry.details(),
                entry.devices().stream()
                        .map(device -> new ContentDevice(device.objectId(), device.deviceId(), device.name()))
                        .toList());
    }

    private SealedEntry.@Nullable Seal seal(long number) {
        return jdbc.sql("select size, at, note from audit_checkpoint where size >= :number order by size limit 1")
                .param("number", number)
                .query((row, index) ->
                        new SealedEntry.Seal(row.getLong("size"), Sql.instant(row, "at"), row.getString("note")))
                .optional()
                .orElse(null);
    }

    private @Nullable String ofNumber(long number) {
        return number("select number from audit_leaf where number = :of", number)
                .map(String::valueOf)
                .orElse(null);
    }

    private @Nullable String afterSealed(long number) {
        String next = ofNumber(number + 1);
        return next == null ? firstUnsealed(0) : next;
    }

    private @Nullable String firstUnsealed(long after) {
        return number("select min(entry_id) from audit_unsealed where entry_id > :of", after)
                .map(id -> OF_ID + id)
                .orElse(null);
    }

    /** Before the first that is not sealed stands the last that is. */
    private @Nullable String beforeUnsealed(long id) {
        return number("select max(entry_id) from audit_unsealed where entry_id < :of", id)
                .map(before -> OF_ID + before)
                .or(() -> number("select max(number) from audit_leaf where number > :of", 0)
                        .map(String::valueOf))
                .orElse(null);
    }

    private Optional<Long> number(String sql, long of) {
        return jdbc
                .sql(sql)
                .param("of", of)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<AuditedDevice> devices(long entryId, Pageable page) {
        return jdbc.sql("""
                select object_id, device_id, name from audit_entry_device where entry_id = :id
                order by object_id limit :limit offset :offset
                """)
                .params(Map.of("id", entryId, "limit", page.getPageSize(), "offset", page.getOffset()))
                .query((row, index) -> WholeEntries.device(row))
                .list();
    }

    long countDevices(long entryId) {
        return jdbc.sql("select count(*) from audit_entry_device where entry_id = :id")
                .param("id", entryId)
                .query(Long.class)
                .single();
    }
}
