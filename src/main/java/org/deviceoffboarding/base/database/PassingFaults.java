package org.deviceoffboarding.base.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Faults of the database that pass by themselves: it is away or starts again, two transactions wait for one another, something
 * takes longer than it may. Whatever was to be done was not, as far as the transaction goes, and may be tried again.
 */
public final class PassingFaults {

    /** Serialization failure, deadlock, lock timeout, statement timeout. */
    private static final Set<String> OF_A_TRANSACTION = Set.of("40001", "40P01", "55P03", "57014");

    /** The server stops, is a standby by now, or ended a session that was idle for too long. */
    private static final Set<String> OF_A_CONNECTION =
            Set.of("57P01", "57P02", "57P03", "57P05", "25006", "25P03", "25P04");

    private PassingFaults() {}

    /** Whether a fault is one that passes, or came of one. */
    public static boolean arePassing(Throwable fault) {
        return isCausedBy(fault, state -> OF_A_TRANSACTION.contains(state) || isOfConnection(state));
    }

    /** Whether the database can't be spoken to at the moment, so that other connections to it are of no use either. */
    public static boolean areOfConnection(Throwable fault) {
        return isCausedBy(fault, PassingFaults::isOfConnection);
    }

    /** Class 08 is the connection itself, class 53 a server without room for it. */
    private static boolean isOfConnection(String state) {
        return state.startsWith("08") || state.startsWith("53") || OF_A_CONNECTION.contains(state);
    }

    private static boolean isCausedBy(Throwable fault, Predicate<String> states) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> causes = new ArrayDeque<>();
        push(causes, fault);
        while (!causes.isEmpty()) {
            Throwable each = causes.pop();
            if (seen.add(each)) {
                if (each instanceof SQLException sql && states.test(state(sql))) {
                    return true;
                }
                if (each instanceof TransactionSystemException rollback) {
                    push(causes, rollback.getApplicationException());
                }
                push(causes, each.getCause());
            }
        }
        return false;
    }

    /** What the pool says by itself, that it has no connection or that one is closed, has no state. */
    private static String state(SQLException fault) {
        return fault.getSQLState() == null ? "08000" : fault.getSQLState();
    }

    private static void push(Deque<Throwable> causes, @Nullable Throwable cause) {
        if (cause != null) {
            causes.push(cause);
        }
    }
}
