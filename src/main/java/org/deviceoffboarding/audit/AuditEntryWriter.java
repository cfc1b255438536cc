package org.deviceoffboarding.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.content.ContentDevice;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores entries, each with its devices, as one row and without a lock: the database makes an entry of it that waits to be sealed, and its
 * devices, and leaves nothing in the table to which the row was added.
 */
@Repository
class AuditEntryWriter {

    /** By position, since a name for each parameter would be looked up for each entry. */
    private static final String ENTRY = """
            insert into audit_whole_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
            """;

    private static final String ENTRY_WITH_DEVICES = """
            insert into audit_whole_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash,
                object_ids, device_ids, names)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    AuditEntryWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an entry; the sealer numbers it once it is committed.
     *
     * @throws DataAccessException if it was not stored, as where somebody put a trigger on the table of entries
     */
    void append(Instant at, Actor actor, AuditableAction action) {
        EntryContent content = content(at, actor, action);
        List<ContentDevice> devices = content.devices();
        JdbcClient.StatementSpec statement = jdbc.sql(devices.isEmpty() ? ENTRY : ENTRY_WITH_DEVICES)
                .param(Sql.timestamp(content.at()))
                .param(content.actorId())
                .param(content.actorName())
                .param(content.action())
                .param(content.result())
                .param(content.subject())
                .param(content.summary())
                .param(CanonicalText.json(content.details()))
                .param(content.format())
                .param(new TreeHash().leaf(content.bytes()));
        if (!devices.isEmpty()) {
            statement
                    .param(devices.stream().map(ContentDevice::objectId).toArray(UUID[]::new))
                    .param(devices.stream().map(ContentDevice::deviceId).toArray(UUID[]::new))
                    .param(devices.stream().map(ContentDevice::name).toArray(String[]::new));
        }
        if (statement.update() != 0) {
            throw new IllegalStateException("The database left an entry of the audit log where none may stay");
        }
    }

    private static EntryContent content(Instant at, Actor actor, AuditableAction action) {
        return new EntryContent(
                EntryContent.NEWEST,
                at,
                actor.id(),
                CanonicalText.clean(actor.name()),
                action.action(),
                action.result().name(),
                CanonicalText.clean(action.subject()),
                CanonicalText.clean(action.summary()),
                CanonicalText.clean(action.details().values()),
                devices(action));
    }

    private static List<ContentDevice> devices(AuditableAction action) {
        Map<UUID, ContentDevice> devices = new TreeMap<>();
        action.devices()
                .forEach(device -> devices.put(
                        device.objectId(),
                        new ContentDevice(device.objectId(), device.deviceId(), CanonicalText.clean(device.name()))));
        return List.copyOf(devices.values());
    }
}
