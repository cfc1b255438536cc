package org.deviceoffboarding.bench.scale;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What something took, phase by phase.
 *
 * @param phases in their order
 * @param heap the most that was in use after a collection, in MiB
 * @param memory the most of the process, in MiB
 */
public record Measure(Map<String, Times> phases, long heap, long memory) {

    /** Seconds: by the clock, and of a processor in the process, in its database and in the tenant. */
    record Times(double clock, double process, double database, double tenant) {

        static final Times NONE = new Times(0, 0, 0, 0);

        Times plus(Times other) {
            return new Times(
                    clock + other.clock, process + other.process, database + other.database, tenant + other.tenant);
        }

        Times minus(Times other) {
            return plus(new Times(-other.clock, -other.process, -other.database, -other.tenant));
        }

        double processor() {
            return process + database;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ENGLISH,
                    "%7.1f s, processor %7.1f s (%.1f + database %.1f; tenant %.1f)",
                    clock,
                    processor(),
                    process,
                    database,
                    tenant);
        }
    }

    /** Takes the time of phases as they go by. */
    static final class Watch {

        private final Supplier<Times> now;
        private final Map<String, Times> phases = new LinkedHashMap<>();
        private Times last;

        Watch(Supplier<Times> now) {
            this.now = now;
            this.last = now.get();
        }

        /** What went by since the last time belongs to a phase. */
        void note(String phase) {
            Times at = now.get();
            phases.merge(phase, at.minus(last), Times::plus);
            last = at;
        }

        Map<String, Times> phases() {
            return phases;
        }
    }

    Times all() {
        return phases.values().stream().reduce(Times.NONE, Times::plus);
    }

    /** Returns what all took but one phase. */
    Times without(String phase) {
        return all().minus(phases.getOrDefault(phase, Times.NONE));
    }

    @Override
    public String toString() {
        return all()
                + String.format("; heap %d MiB, memory %d MiB%n", heap, memory)
                + phases.entrySet().stream()
                        .map(phase -> String.format("      %-8s%s", phase.getKey(), phase.getValue()))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
