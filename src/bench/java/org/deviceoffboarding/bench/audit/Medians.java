package org.deviceoffboarding.bench.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What several rounds measured, by what was measured. */
public final class Medians {

    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    public void add(String what, double value) {
        measured.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
    }

    public double of(String what) {
        List<Double> sorted =
                measured.getOrDefault(what, List.of()).stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Returns the median with the least and the most. */
    public String words(String what, String unit) {
        List<Double> all = measured.getOrDefault(what, List.of());
        return String.format(
                Locale.ENGLISH,
                "%-50s %,12.1f %s (%,.1f to %,.1f in %d rounds)",
                what,
                of(what),
                unit,
                all.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                all.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                all.size());
    }

    public static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
