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
        long counts = result();
        if (counts == 0 && forgetResult()) {
            events.publishEvent(new InventoryReplaced(InventoryReplaced.BY_NONE));
            events.publishEvent(new ResultForgotten(ResultForgotten.ALL));
        }
        Run newest = newest();
        if (newest != null && note(newest)) {
            events.publishEvent(new RunChanged(newest));
        }
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
        if (event.runId() == InventoryReplaced.BY_NONE) {
            forgetResult();
        } else {
            note(event.runId());
        }
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

    /** Returns whether there was one until now: the agent was removed with it. */
    private synchronized boolean forgetResult() {
        boolean was = result != 0;
        result = 0;
        return was;
    }

    private synchronized boolean note(long counts) {
        if (counts <= result) {
            return false;
        }
        result = counts;
        return true;
    }
}
