package org.deviceoffboarding.audit.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What does not fit: how many there are, and of more than {@link LogFindings#MISFITS} the first ones and the newest. For one thread. */
final class MisfitTally {

    private static final Comparator<Misfit> BY_NUMBER =
            Comparator.comparing(Misfit::number, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Misfit> named = new ArrayList<>();
    private long count;

    static MisfitTally of(Misfit misfit) {
        MisfitTally one = new MisfitTally();
        one.add(misfit);
        return one;
    }

    void add(Misfit misfit) {
        count++;
        name(misfit);
    }

    void add(MisfitTally other) {
        count += other.count;
        other.named.forEach(this::name);
    }

    private void name(Misfit misfit) {
        named.add(misfit);
        if (named.size() > 2 * LogFindings.MISFITS) {
            trim();
        }
    }

    private void trim() {
        named.sort(BY_NUMBER);
        if (named.size() > LogFindings.MISFITS) {
            Misfit newest = newest(named);
            named.subList(LogFindings.MISFITS, named.size()).clear();
            if (!named.contains(newest)) {
                named.set(named.size() - 1, newest);
            }
        }
    }

    /**
     * Returns the one of the highest number; where none has a number, the last.
     *
     * @param sorted by number, those without one behind; not empty
     */
    static Misfit newest(List<Misfit> sorted) {
        return sorted.reversed().stream()
                .filter(misfit -> misfit.number() != null)
                .findFirst()
                .orElseGet(sorted::getLast);
    }

    long count() {
        return count;
    }

    /** Returns them, the first entries first. */
    List<Misfit> named() {
        trim();
        return List.copyOf(named);
    }
}
