package org.deviceoffboarding.demotenant.graph.faults;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The switches for what goes wrong on purpose, and a count of what was asked of Graph. Safe for many threads. */
public final class FaultSwitches {

    /** Counts requests as they arrive, a batch as one. */
    public static final String OVER_HTTP = "requests over HTTP";

    /** Counts batches that ask for more than reading. */
    public static final String BATCHES_OF_CHANGES = "batches of changes";

    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, Long> requests = new TreeMap<>();

    FaultSwitches() {}

    /** Switches a fault on, beside those that already are. */
    public synchronized void add(Fault fault) {
        pending.add(new Pending(fault, fault.strikes().decisions()));
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        pending.clear();
    }

    /** Switches all faults of one kind off. */
    public synchronized void remove(Fault.Kind kind) {
        pending.removeIf(each -> each.fault().kind() == kind);
    }

    /** Returns the faults that are still to strike. */
    public synchronized List<Fault> pending() {
        return pending.stream().map(Pending::fault).toList();
    }

    /**
     * Returns how many requests there were, by method and path with placeholders, such as {@code GET /devices/{id}}, also
     * those within batches; beside them {@link #OVER_HTTP}, {@link #BATCHES_OF_CHANGES}, and refusals as
     * {@code answers of 429}.
     */
    public synchronized Map<String, Long> requests() {
        return Map.copyOf(requests);
    }

    /** Returns how many requests there were to a path with placeholders. */
    public synchronized long requests(String methodAndTemplate) {
        return requests.getOrDefault(methodAndTemplate, 0L);
    }

    /** Starts to count again. */
    public synchronized void forgetRequests() {
        requests.clear();
    }

    /** Counts a request, a batch or a refusal. */
    public synchronized void count(String methodAndTemplate) {
        requests.merge(methodAndTemplate, 1L, Long::sum);
    }

    /**
     * Returns the fault that strikes a request, which counts against its times; null if none does. Those for some requests only are
     * for what reads in earnest: who asks for one row, to see whether it may, does not use them up.
     *
     * @param path below the version
     * @param options of the query, by their lower-case names
     * @param oneRow whether no more than one row is asked for
     * @param caller the user principal name, or the ID of an app that acts on its own
     */
    public synchronized @Nullable Fault take(
            String method, String path, Set<String> options, boolean oneRow, String caller) {
        for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
            var next = all.next();
            if (next.fault().concerns(method, path, options, caller)
                    && !(oneRow && next.fault().strikes().isForSome())
                    && next.decisions().strikesNext()) {
                if (next.decisions().spent()) {
                    all.remove();
                }
                return next.fault();
            }
        }
        return null;
    }

    private record Pending(Fault fault, Strikes.Decisions decisions) {}
}
