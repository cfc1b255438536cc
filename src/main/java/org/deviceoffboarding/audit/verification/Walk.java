package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.deviceoffboarding.audit.tree.Frontier;
import org.deviceoffboarding.base.Progress;

/** Goes through the log from part to part, several at the same time, and puts together what came of them in their order. */
final class Walk {

    private static final int MOST_THREADS = 4;
    private static final long TELL_MILLIS = 200;

    private final LogConnections connections;
    private final Notes notes;
    private final UpcomingClaims claims;
    private final Anchor anchor;
    private final LogAssembly assembly;
    private final boolean words;
    private final Progress progress;
    private final LongAdder done = new LongAdder();

    /** @param words see {@link PartCheck} */
    Walk(
            LogConnections connections,
            Notes notes,
            UpcomingClaims claims,
            Anchor anchor,
            LogAssembly assembly,
            boolean words,
            Progress progress) {
        this.connections = connections;
        this.notes = notes;
        this.claims = claims;
        this.anchor = anchor;
        this.assembly = assembly;
        this.words = words;
        this.progress = progress;
    }

    /**
     * Goes through the entries behind a number.
     *
     * @throws CancellationException if the progress says that nobody waits, or this thread was interrupted
     */
    void through(long after, long size) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        ExecutorService workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("audit-verification-", 0).factory());
        try {
            List<Future<List<Misfit>>> remains = List.of(
                    workers.submit(
                            () -> connections.readSideBySide(each -> LogRemains.strangers(each, anchor.lastRow()))),
                    workers.submit(() -> connections.readByKeys(LogRemains::waitingWrongly)),
                    workers.submit(() -> connections.readByKeysAtOnce(LogRemains::changedWaiting)));
            Deque<Future<PartResult>> goingOn = new ArrayDeque<>();
            for (long start = startOf(after); start < size; ) {
                if (goingOn.size() == 2 * threads) {
                    assembly.add(await(goingOn.removeFirst(), size - after));
                }
                LogPart part = LogPart.at(start, after, size);
                long next = startOf(connections.read(connection -> firstBehind(connection, part.from())) - 1);
                if (next > start) {
                    goingOn.add(CompletableFuture.completedFuture(nothing(part, next)));
                    start = next;
                } else {
                    List<Claim> outside = claims.until(part.end());
                    goingOn.add(workers.submit(() -> check(part, outside)));
                    start = part.end();
                }
            }
            while (!goingOn.isEmpty()) {
                assembly.add(await(goingOn.removeFirst(), size - after));
            }
            remains.forEach(each -> await(each, size - after).forEach(assembly::add));
        } finally {
            workers.shutdownNow();
            workers.close();
        }
    }

    private static long startOf(long after) {
        return after / LogPart.SIZE * LogPart.SIZE;
    }

    /** A leaf far ahead makes the log no longer than its leaves are many. */
    private static long firstBehind(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select min(number) from audit_leaf where number > ?")) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** @param next where the next part begins that has a number */
    private static PartResult nothing(LogPart part, long next) {
        return new PartResult(part, null, List.of(), MisfitTally.of(Misfits.numbersMissing(part.from() + 1, next)));
    }

    private <R> R await(Future<R> future, long all) {
        try {
            while (true) {
                try {
                    return future.get(TELL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillGoingOn) {
                    progress.at(done.sum(), all);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The verification was stopped");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("A part of the audit log could not be verified", e.getCause());
        }
    }

    private PartResult check(LogPart part, List<Claim> outside) {
        return connections.readByKeys(connection -> {
            MisfitTally unreadable = new MisfitTally();
            List<Claim> all = new ArrayList<>(outside);
            all.addAll(inside(connection, part, unreadable));
            all.sort(Comparator.comparingLong(Claim::size));
            Frontier tree = part.from() > part.start() ? anchor.part() : new Frontier();
            PartResult result = new PartCheck(part, all, tree, StoredTiles.of(connection, part), notes, words, done)
                    .check(connection);
            unreadable.add(result.misfits());
            return new PartResult(part, result.root(), result.claims(), unreadable);
        });
    }

    private List<Claim> inside(Connection connection, LogPart part, MisfitTally unreadable) throws SQLException {
        List<Claim> inside = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select size, note from audit_checkpoint where size > ? and size <= ? order by size")) {
            statement.setLong(1, part.from());
            statement.setLong(2, part.end());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(inside, row.getLong(1), row.getString(2), unreadable);
                }
            }
        }
        return inside;
    }

    /** The size that the database has for it is only where it is looked for. */
    private void add(List<Claim> inside, long size, String note, MisfitTally unreadable) {
        try {
            Claim claim = notes.inside(note);
            if (claim.size() == size) {
                inside.add(claim);
                return;
            }
            unreadable.add(Misfits.checkpointUnreadable(size, "It is for another number of entries."));
        } catch (UnusableNoteException e) {
            unreadable.add(Misfits.checkpointUnreadable(size, e.why()));
        }
    }
}
