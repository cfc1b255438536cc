package org.deviceoffboarding.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;

/** Table {@code removal_event}. */
final class RemovalEventTable {

    /** An event as Intune keys it: one audit event may concern several devices. */
    record Keyed(String eventId, int part, RemovalEvent event) {}

    static final CopyTable<Keyed> COPY = new CopyTable<>("removal_event", """
            event_id, part, kind, source, at, actor, success, result, entra_device_id, intune_id, device_name""", RemovalEventTable::write);

    private RemovalEventTable() {}

    private static void write(CopyTextWriter row, Keyed keyed) {
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

    static RemovalEvent read(ResultSet row, int number) throws SQLException {
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
