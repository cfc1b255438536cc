package org.deviceoffboarding.audit.verification;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.audit.content.ContentDevice;

/** The devices of entries, read in the order of the entries, each asked for once. */
final class StoredDevices implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet row;
    private boolean more;

    StoredDevices(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.row = statement.executeQuery();
        this.more = row.next();
    }

    /** Returns those of an entry; those of entries before are passed over. */
    List<ContentDevice> of(long entry) throws SQLException {
        while (more && row.getLong(1) < entry) {
            more = row.next();
        }
        if (!more || row.getLong(1) != entry) {
            return List.of();
        }
        List<ContentDevice> devices = new ArrayList<>();
        while (more && row.getLong(1) == entry) {
            devices.add(
                    new ContentDevice(row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getString(4)));
            more = row.next();
        }
        return devices;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            row.close();
        }
    }
}
