package org.deviceoffboarding.bench.open;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What all open pages went through: counted by many threads. */
final class Happened {

    private final Map<String, Queue<Double>> answers = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicLong pushes = new AtomicLong();
    private final AtomicLong pushed = new AtomicLong();
    private final AtomicLong disconnected = new AtomicLong();

    /** @param what was asked for */
    void answered(String what, long startNanos) {
        answers.computeIfAbsent(what, first -> new ConcurrentLinkedQueue<>())
                .add((System.nanoTime() - startNanos) / 1e6);
    }

    void pushed(int characters) {
        pushes.incrementAndGet();
        pushed.addAndGet(characters);
    }

    void disconnected(String why) {
        disconnected.incrementAndGet();
        failed("A page lost its line: " + why);
    }

    void failed(String what) {
        errors.add(Instant.now() + " " + what);
    }

    /** Returns how long answers took, by what was asked for, and what went wrong. */
    String said(int pages, double seconds) {
        StringBuilder said = new StringBuilder();
        new TreeMap<>(answers)
                .forEach((what, all) -> said.append(line(
                        what,
                        all.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
        said.append(String.format(
                Locale.ENGLISH,
                "%-22s%,d, %.1f a second and page, %.1f KB each%n",
                "pushes",
                pushes.get(),
                pushes.get() / seconds / pages,
                pushes.get() == 0 ? 0 : pushed.get() / 1e3 / pushes.get()));
        said.append(String.format("%-22s%d disconnected, %d errors%n", "trouble", disconnected.get(), errors.size()));
        errors.stream()
                .limit(5)
                .forEach(error -> said.append("  ").append(error).append(System.lineSeparator()));
        return said.toString();
    }

    void forget() {

        answers.clear();
        errors.clear();
        pushes.set(0);
        pushed.set(0);
        disconnected.set(0);
    }

    private static String line(String what, double... sorted) {
        return String.format(
                Locale.ENGLISH,
                "%-22s50th percentile %,6.0f ms, 95th %,6.0f ms, longest %,6.0f ms, of %,d%n",
                what,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1),
                sorted.length);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.ceil(sorted.length * part) - 1];
    }
}
