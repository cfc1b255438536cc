package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.inventory.InventorySource;
import org.deviceoffboarding.inventory.ReadingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how a run goes on: stores and announces its progress a few times a second and at the end of each phase, so that
 * the last state is never lost. May be called from any thread.
 */
class RunReport implements ReadingListener, AutoCloseable {

    /** Pages follow at most this often. */
    static final Duration PACE = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(RunReport.class);

    private final RunStore runs;
    private final Consumer<Run> announcement;
    private final BooleanSupplier stopping;
    private final Run run;
    private final Clock clock;
    private final Map<InventorySource, Integer> pages = new EnumMap<>(InventorySource.class);
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private RunPhase phase;
    private RunProgress progress;
    private boolean changed;
    private boolean closed;

    RunReport(RunStore runs, Consumer<Run> announcement, BooleanSupplier stopping, Run run, Clock clock) {
        this.runs = runs;
        this.announcement = announcement;
        this.stopping = stopping;
        this.run = run;
        this.clock = clock;
        this.phase = run.phase();
        this.progress = run.progress();
        ticker.scheduleWithFixedDelay(this::tick, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins a phase: from now on the run goes on with it after a restart. */
    synchronized Run enter(RunPhase next) {
        goOn();
        phase = next;
        progress = progress.withDoing("");
        return tell();
    }

    /** Notes progress; it is told soon. */
    synchronized void note(UnaryOperator<RunProgress> change) {
        progress = change.apply(progress);
        changed = true;
    }

    /** Notes progress and tells it at once. */
    synchronized void tell(UnaryOperator<RunProgress> change) {
        progress = change.apply(progress);
        tell();
    }

    /**
     * Makes sure that there is reason to go on.
     *
     * @throws RunSuspendedException if the portal stops
     */
    void goOn() {
        if (stopping.getAsBoolean()) {
            throw new RunSuspendedException(run.id(), null);
        }
    }

    @Override
    public synchronized void pageRead(InventorySource source, int number, long rows) {
        goOn();
        int before = pages.getOrDefault(source, 0);
        pages.put(source, number);
        note(so -> so.withPages(so.pages() + Math.max(number - before, 1))
                .withRows(source, rows)
                .withDoing(""));
    }

    @Override
    public synchronized void finished(InventorySource source, long rows) {
        note(so -> so.withRows(source, rows));
    }

    @Override
    public synchronized void doing(String what) {
        note(so -> so.withDoing(what));
    }

    /** Falls silent: what ends the run is told by whoever ends it. */
    @Override
    public synchronized void close() {
        closed = true;
        ticker.shutdownNow();
    }

    private synchronized void tick() {
        if (changed && !closed) {
            try {
                tell();
            } catch (RuntimeException e) {
                // What carries the run out will meet the same trouble, and handle it.
                log.atDebug().setCause(e).addKeyValue("run", run.id()).log("Progress not stored");
            }
        }
    }

    private Run tell() {
        Run told = runs.record(run, phase, progress, clock.instant());
        announcement.accept(told);
        changed = false;
        return told;
    }
}
