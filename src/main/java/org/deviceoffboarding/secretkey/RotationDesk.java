package org.deviceoffboarding.secretkey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where whoever runs the portal asks for another secret key, from a process of its own: the portals on the database do the rest. Speaks
 * JDBC alone, since nothing of the portal is started for it.
 */
public final class RotationDesk {

    private static final String NEWER_PORTAL = "42P01";
    private static final String TAKEN = "23505";

    private final Connection connection;

    /** @param connection to the portal's database, as the role that the portal works as */
    public RotationDesk(Connection connection) {
        this.connection = connection;
    }

    /**
     * Asks for a key to be replaced by another. Nothing where that is under way already.
     *
     * @param from the one that the portals have
     * @param requestedBy the operating system's user and the machine
     * @throws RotationRefusedException if it can't be replaced so
     */
    public void request(PortalKey from, PortalKey to, String requestedBy)
            throws SQLException, RotationRefusedException {
        if (from.id().equals(to.id())) {
            throw new RotationRefusedException("The new key is the one that the portal has (" + to.id()
                    + "). Nothing was changed: give another one, such as 'openssl rand -base64 32' prints.");
        }
        Optional<RotationState> newest = newest();
        if (newest.isPresent() && !newest.get().ended()) {
            requireSame(newest.get(), to);
            return;
        }
        requireUnused(to);
        requirePresent(from);
        insert(from, to, requestedBy);
    }

    /** Returns the newest replacement, under way or not; nothing where there never was one. */
    public Optional<RotationState> newest() throws SQLException, RotationRefusedException {
        List<KeyHolder> portals = portals();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select old_key_id, new_key_id, begun_at is not null, encrypted_at is not null, ended_at is not null
                        from key_rotation order by id desc limit 1
                        """);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new RotationState(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getBoolean(4),
                            row.getBoolean(5),
                            portals))
                    : Optional.empty();
        }
    }

    private static void requireSame(RotationState underWay, PortalKey to) throws RotationRefusedException {
        if (!underWay.to().equals(to.id())) {
            throw new RotationRefusedException("The secret key is being replaced already, " + underWay.from() + " by "
                    + underWay.to() + ", and this is another one (" + to.id()
                    + "). Nothing was changed: wait until that has ended, './portal rotate-key --status' says so.");
        }
    }

    private void requireUnused(PortalKey to) throws SQLException, RotationRefusedException {
        try (PreparedStatement statement =
                connection.prepareStatement("select exists (select from key_rotation where old_key_id = ?)")) {
            statement.setString(1, to.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new RotationRefusedException("That key (" + to.id()
                            + ") was replaced before, and is not taken again. Nothing was changed: give a new one.");
                }
            }
        }
    }

    private void requirePresent(PortalKey from) throws SQLException, RotationRefusedException {
        List<KeyHolder> portals = portals();
        if (portals.isEmpty()) {
            throw new RotationRefusedException(
                    "No portal runs on this database, and it is the portal that encrypts everything"
                            + " anew. Nothing was changed: start it, then do this again.");
        }
        for (KeyHolder portal : portals) {
            if (!portal.usedKey().equals(from.id())) {
                throw new RotationRefusedException("The portal on " + portal.machine() + " has the key "
                        + portal.usedKey() + ", and the settings here have " + from.id()
                        + ". Nothing was changed: do this with the settings of the portal.");
            }
        }
    }

    private void insert(PortalKey from, PortalKey to, String requestedBy)
            throws SQLException, RotationRefusedException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into key_rotation (old_key_id, new_key_id, old_key, new_key, requested_at, requested_by)
                values (?, ?, ?, ?, now(), ?)
                """)) {
            statement.setString(1, from.id());
            statement.setString(2, to.id());
            statement.setString(3, KeyEnvelope.close(from, to));
            statement.setString(4, KeyEnvelope.close(to, from));
            statement.setString(5, requestedBy.substring(0, Math.min(200, requestedBy.length())));
            statement.executeUpdate();
        } catch (SQLException e) {
            if (TAKEN.equals(e.getSQLState())) {
                throw new RotationRefusedException(
                        "Somebody else began to replace the secret key just now. Nothing was changed here:"
                                + " './portal rotate-key --status' says how far it is.");
            }
            throw e;
        }
    }

    private List<KeyHolder> portals() throws SQLException, RotationRefusedException {
        List<KeyHolder> portals = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select portal, machine, given_by, takes_new, given_key, used_key
                        from key_holder where seen_at > now() - interval '30 seconds' order by machine, portal
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                portals.add(new KeyHolder(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6)));
            }
        } catch (SQLException e) {
            if (NEWER_PORTAL.equals(e.getSQLState())) {
                throw new RotationRefusedException(
                        "The portal on this database is of a version before this one, or was never"
                                + " started. Nothing was changed: start this version, then do this again.");
            }
            throw e;
        }
        return portals;
    }
}
