package org.deviceoffboarding.audit.judged;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a table was judged.
 *
 * @param basis by what
 * @param last the highest row; 0 where there is none
 * @param version of that row
 * @param late the rows that were judged of the last ones, among which others may be committed yet
 * @param kept what counts
 */
record Judged<K>(List<?> basis, long last, String version, Set<Long> late, List<K> kept) {

    static <K> Judged<K> none(List<?> basis) {
        return new Judged<>(basis, 0, "", Set.of(), List.of());
    }

    /** @param rows not empty, in their order */
    Judged<K> with(List<? extends Row<?>> rows, List<K> counting, int few) {
        Row<?> highest = rows.getLast();
        boolean farther = highest.id() > last;
        long end = farther ? highest.id() : last;
        TreeSet<Long> judged = new TreeSet<>(late);
        rows.forEach(row -> judged.add(row.id()));
        return new Judged<>(
                basis,
                end,
                farther ? highest.version() : version,
                Set.copyOf(judged.tailSet(end - few, false)),
                and(counting));
    }

    /** Returns what counts, together with something else. */
    List<K> and(List<K> others) {
        if (others.isEmpty()) {
            return kept;
        }
        Set<K> all = new LinkedHashSet<>(kept);
        all.addAll(others);
        return List.copyOf(new ArrayList<>(all));
    }
}
