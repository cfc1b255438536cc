package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.inventory.InventoryReplaced;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells this portal's pages of runs that another portal on the same database starts, carries out or ends. What this one
 * carries out is told as it happens, and not again.
 */
@Component
class RunWatch {

    private final RunRepository runs;
    private final ApplicationEventPublisher events;
    private @Nullable Run told;
    private long result;

    RunWatch(RunRepository runs, ApplicationEventPublisher events) {
        this.runs = runs;
        this.events = events;
    }

    /** Notes what there is: nobody looks at a page of this portal yet. */
    synchronized void begin() {
        told = newest();
        result = result();
    }

    /** Called every few seconds. */
    void look() {
        Run newest = newest();
        if (newest != null && note(newest)) {
            events.publishEvent(new RunChanged(newest));
        }
        long counts = result();
        if (note(counts)) {
            events.publishEvent(new InventoryReplaced(counts));
        }
    }

    @EventListener
    void on(RunChanged event) {
        note(event.run());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(InventoryReplaced event) {
        note(event.runId());
    }

    private @Nullable Run newest() {
        return runs.newest(RunStatus.values()).orElse(null);
    }

    private long result() {
        return runs.newest(RunStatus.COMPLETED).map(Run::id).orElse(0L);
    }

    /** Returns whether that is news. A run that has ended does not go on again, whoever comes late with it. */
    private synchronized boolean note(Run run) {
        boolean late = told != null && (run.id() < told.id() || run.id() == told.id() && !told.active());
        if (late || run.equals(told)) {
            return false;
        }
        told = run;
        return true;
    }

    private synchronized boolean note(long counts) {
        if (counts <= result) {
            return false;
        }
        result = counts;
        return true;
    }
}
