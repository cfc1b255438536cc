package org.deviceoffboarding.base;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs tasks at the same time, each on a thread of its own, and leaves none behind. */
public final class ParallelTasks {

    /** Held shared while a task must not be interrupted, and alone to interrupt. */
    private final ReadWriteLock interrupting = new ReentrantReadWriteLock();

    /**
     * Returns when all tasks are done. Once one fails the others are interrupted, and its exception is thrown when they
     * have ended.
     *
     * @throws CancellationException if the calling thread was interrupted; it still is
     */
    public void run(List<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<@Nullable Void>(threads);
            tasks.forEach(task -> done.submit(task, null));
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                stop(threads);
                throw unchecked(e.getCause());
            } catch (InterruptedException e) {
                stop(threads);
                Thread.currentThread().interrupt();
                throw stopped();
            }
        }
    }

    /**
     * Lets a task do something that an interruption would break, such as using a database connection. Short things only:
     * stopping waits for them.
     *
     * @throws CancellationException if the task was interrupted before
     */
    public <R> R undisturbed(Supplier<R> work) {
        interrupting.readLock().lock();
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped();
            }
            return work.get();
        } finally {
            interrupting.readLock().unlock();
        }
    }

    private void stop(ExecutorService threads) {
        interrupting.writeLock().lock();
        try {
            threads.shutdownNow();
        } finally {
            interrupting.writeLock().unlock();
        }
    }

    private static CancellationException stopped() {
        return new CancellationException("It was stopped");
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("A task failed", cause);
        };
    }
}
