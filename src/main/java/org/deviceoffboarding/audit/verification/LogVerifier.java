package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.definition.Deviation;
import org.deviceoffboarding.audit.definition.LogDefinition;
import org.deviceoffboarding.base.Progress;
import org.springframework.dao.DataAccessException;

/**
 * Verifies the log in parts, several at the same time, each read on a connection of its own. What has a number never changes, so that
 * no snapshot is needed: all is about the numbers that were there when it began.
 */
final class LogVerifier {

    private static final int LEVEL_OF_PARTS = 3;

    private final LogConnections connections;
    private final OutsideCheckpoints outside;
    private final Notes notes;
    private final List<Excuse> excuses;
    private final List<String> foreign;

    /** @param foreign what is known already not to be the portal's, a sentence for each */
    LogVerifier(
            DataSource database, OutsideCheckpoints outside, Notes notes, List<Excuse> excuses, List<String> foreign) {
        this.connections = new LogConnections(database);
        this.outside = outside;
        this.notes = notes;
        this.excuses = List.copyOf(excuses);
        this.foreign = List.copyOf(foreign);
    }

    /** How large the log is, and what has no number. */
    private record Extent(long size, LogRemains.Waiting waiting) {

        static Extent of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select coalesce(max(number), 0) from audit_leaf")) {
                row.next();
                return new Extent(row.getLong(1), LogRemains.waiting(connection));
            }
        }
    }

    /**
     * Verifies the entries behind a number; those up to it are known by the checkpoint outside of this size, against which their tree
     * is checked. For 0, all are.
     *
     * @param progress told at most each 200 milliseconds
     * @throws AnchorMissingException if there is no such checkpoint, or if there are fewer entries
     * @throws CancellationException if the progress says that nobody waits, or this thread was interrupted
     */
    LogFindings verify(long after, Progress progress) {
        try (OutsideCheckpoints.Reading reading = outside.open(after)) { // before the size: they are of no more entries
            return verify(after, new UpcomingClaims(reading), progress);
        } catch (UnusableNoteException e) {
            return unusable(e.why());
        } catch (DataAccessException e) {
            List<Misfit> changed = changed();
            if (changed.isEmpty()) {
                throw e;
            }
            return unreadable(changed);
        }
    }

    /** Nothing is proved where the database refuses to give out what is there. */
    private static LogFindings unreadable(List<Misfit> changed) {
        MisfitTally misfits = MisfitTally.of(Misfits.unreadable());
        changed.forEach(misfits::add);
        return new LogFindings(0, null, 0, null, misfits.count(), misfits.named(), List.of());
    }

    private List<Misfit> changed() {
        List<Deviation> deviations = connections.readCatalogs(LogDefinition::deviations);
        return Stream.concat(
                        deviations.stream()
                                .filter(each -> !each.search())
                                .map(each -> Misfits.definition(each.sentence())),
                        deviations.stream().filter(Deviation::search).limit(1).map(each -> Misfits.search()))
                .toList();
    }

    private LogFindings unusable(String why) {
        Extent extent = connections.read(Extent::of);
        return new LogFindings(
                extent.size(),
                null,
                extent.waiting().entries(),
                extent.waiting().oldest(),
                1,
                List.of(Misfits.outsideUnusable(why)),
                List.of());
    }

    private LogFindings verify(long after, UpcomingClaims claims, Progress progress) {
        Extent extent = connections.read(Extent::of);
        List<Claim> anchors = after == 0 ? List.of() : claims.until(after);
        if (after > extent.size() || after > 0 && anchors.isEmpty()) {
            throw new AnchorMissingException(after);
        }
        Anchor anchor = connections.read(connection -> Anchor.at(connection, after));
        LogAssembly assembly = new LogAssembly(notes, excuses, tilesOfParts(), anchor.parts(), after);
        List<Claim> fitting =
                anchors.stream().filter(claim -> claim.isOf(anchor.root())).toList();
        if (after > 0 && fitting.isEmpty()) {
            assembly.add(Misfits.notAsSigned(1, anchors.getLast()));
        }
        Set<Misfit> changed = new LinkedHashSet<>(changed());
        boolean words = changed.stream().noneMatch(each -> each.kind() == Misfit.Kind.SEARCH_CHANGED);
        new Walk(connections, notes, claims, anchor, assembly, words, progress).through(after, extent.size());
        foreign.stream().map(Misfits::foreign).forEach(assembly::add);
        claims.rest(claim -> assembly.beyond(claim, extent.size()));
        assembly.end();
        changed.addAll(changed()); // what was changed meanwhile, too
        changed.forEach(assembly::add);
        assembly.add(connections.readByKeysAtOnce(LogRemains::refusedWrongly));
        Claim proved = assembly.proved();
        return new LogFindings(
                extent.size(),
                proved == null && !fitting.isEmpty() ? fitting.getLast() : proved,
                extent.waiting().entries(),
                extent.waiting().oldest(),
                assembly.misfits().count(),
                assembly.misfits().named(),
                assembly.remarks());
    }

    private StoredTiles tilesOfParts() {
        return connections.read(connection -> StoredTiles.none().with(connection, LEVEL_OF_PARTS, 0, Long.MAX_VALUE));
    }
}
