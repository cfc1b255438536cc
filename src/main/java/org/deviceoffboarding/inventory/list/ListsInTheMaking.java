package org.deviceoffboarding.inventory.list;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Lists that are being made, and which devices changed meanwhile: what fills a list sees what was there when it began. */
final class ListsInTheMaking {

    private final Lock lock = new ReentrantLock();
    private final Map<Long, Set<UUID>> changed = new HashMap<>();

    /**
     * Makes a run's list.
     *
     * @param fill makes all of it while devices may change
     * @param finish is given the devices that changed, and lets the list be read; who changes one meanwhile waits for it
     */
    void make(long runId, Runnable fill, Consumer<Collection<UUID>> finish) {
        begin(runId);
        try {
            fill.run();
        } catch (RuntimeException | Error e) {
            end(runId, _ -> {});
            throw e;
        }
        end(runId, finish);
    }

    /** Returns whether a run's list is being made: then devices that changed, which is committed, are listed anew at its end. */
    boolean defer(long runId, Collection<UUID> objectIds) {
        lock.lock();
        try {
            Set<UUID> later = changed.get(runId);
            if (later != null) {
                later.addAll(objectIds);
            }
            return later != null;
        } finally {
            lock.unlock();
        }
    }

    private void begin(long runId) {
        lock.lock();
        try {
            changed.put(runId, new HashSet<>());
        } finally {
            lock.unlock();
        }
    }

    private void end(long runId, Consumer<Collection<UUID>> finish) {
        lock.lock();
        try {
            finish.accept(changed.getOrDefault(runId, Set.of()));
        } finally {
            changed.remove(runId);
            lock.unlock();
        }
    }
}
