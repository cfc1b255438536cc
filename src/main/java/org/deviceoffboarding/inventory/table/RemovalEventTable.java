package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.inventory.RemovalEvent;

/** Table {@code removal_event}, and {@code known_removal_event} beside it, which keeps each event from when it is first read. */
public final class RemovalEventTable {

    /** An event as Intune keys it: one audit event may concern several devices. */
    public record Keyed(String eventId, int part, RemovalEvent event) {}

    public static final String COLUMNS =
            "event_id, part, kind, source, at, actor, success, result, entra_device_id, intune_id, device_name";

    /** What is said of an event that is known replaces what was said of it, but for the IDs that it once named. */
    private static final String REMEMBERING = """
            insert into known_removal_event as known (%1$s)
            select distinct on (event_id, part) %1$s from %%s order by event_id, part
            on conflict (event_id, part) do update
            set kind = excluded.kind, at = excluded.at, actor = excluded.actor, success = excluded.success,
                result = excluded.result, device_name = excluded.device_name,
                entra_device_id = coalesce(excluded.entra_device_id, known.entra_device_id),
                intune_id = coalesce(excluded.intune_id, known.intune_id)
            where (known.kind, known.at, known.actor, known.success, known.result, known.device_name,
                   known.entra_device_id, known.intune_id)
                  is distinct from (excluded.kind, excluded.at, excluded.actor, excluded.success, excluded.result,
                   excluded.device_name, coalesce(excluded.entra_device_id, known.entra_device_id),
                   coalesce(excluded.intune_id, known.intune_id))
            """.formatted(COLUMNS);

    public static final CopyTable<Keyed> COPY = new CopyTable<>(
            "removal_event",
            List.of("event_id", "part"),
            CopyTable.split(COLUMNS),
            RemovalEventTable::write,
            REMEMBERING);

    private RemovalEventTable() {}

    private static void write(BinaryRow row, Keyed keyed) {
        RemovalEvent event = keyed.event();
        row.add(keyed.eventId())
                .add(keyed.part())
                .add(event.kind().name())
                .add(event.source().name())
                .add(event.at())
                .add(event.actor())
                .add(event.success())
                .add(event.result())
                .add(event.entraDeviceId())
                .add(event.intuneId())
                .add(event.deviceName());
    }

    public static RemovalEvent read(ResultSet row, int number) throws SQLException {
        return new RemovalEvent(
                RemovalEvent.Kind.valueOf(row.getString("kind")),
                RemovalEvent.Source.valueOf(row.getString("source")),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getBoolean("success"),
                row.getString("result"),
                row.getObject("entra_device_id", UUID.class),
                row.getObject("intune_id", UUID.class),
                row.getString("device_name"));
    }
}
