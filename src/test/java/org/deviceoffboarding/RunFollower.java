package org.deviceoffboarding;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunPhase;
import org.springframework.context.event.EventListener;

/** Follows runs as pages do, so that tests can wait for their end, and can do something when a phase begins. */
class RunFollower {

    private final Map<Long, CompletableFuture<Run>> ends = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Run>> endsByActor = new ConcurrentHashMap<>();
    private final Map<RunPhase, Runnable> atPhase = new ConcurrentHashMap<>();

    @EventListener
    void on(RunChanged event) {
        Run run = event.run();
        if (!run.active()) {
            end(run.id()).complete(run);
            endBy(run.requestedBy()).complete(run);
            return;
        }
        Runnable action = run.startedAt() == null ? null : atPhase.remove(run.phase());
        if (action != null) {
            action.run();
        }
    }

    /** Does something once, on the thread that carries the run out, when a phase begins. */
    void when(RunPhase phase, Runnable action) {
        atPhase.put(phase, action);
    }

    void forgetActions() {
        atPhase.clear();
    }

    Run awaitEnd(long runId) {
        try {
            return end(runId).get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("Run " + runId + " did not end", e);
        }
    }

    /** Returns the first run of somebody's that ends from now on, or ended since this was last asked. */
    Run awaitEndBy(Actor actor) {
        try {
            return endBy(actor).get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("No run by " + actor.name() + " ended", e);
        } finally {
            endsByActor.remove(actor.id());
        }
    }

    private CompletableFuture<Run> endBy(Actor actor) {
        return endsByActor.computeIfAbsent(actor.id(), id -> new CompletableFuture<>());
    }

    private CompletableFuture<Run> end(long runId) {
        return ends.computeIfAbsent(runId, id -> new CompletableFuture<>());
    }
}
