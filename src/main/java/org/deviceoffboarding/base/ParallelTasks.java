package org.deviceoffboarding.base;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs tasks at the same time, each on a thread of its own, and leaves none behind. */
public final class ParallelTasks {

    private static final ScopedValue<ParallelTasks> CURRENT = ScopedValue.newInstance();

    private final ThreadFactory threads;

    /** Held shared while a task must not be interrupted, and alone to interrupt. */
    private final ReadWriteLock interrupting = new ReentrantReadWriteLock();

    /** Tasks that mostly wait. */
    public ParallelTasks() {
        this(Thread.ofVirtual().factory());
    }

    private ParallelTasks(ThreadFactory threads) {
        this.threads = threads;
    }

    /**
     * Tasks that mostly compute: on threads of the machine's, which it shares out, so that nobody who waits for a page stands
     * behind them. An interruption does not break what these do with a database.
     */
    public static ParallelTasks thatCompute() {
        return new ParallelTasks(Thread.ofPlatform().daemon().factory());
    }

    /** Returns the tasks that this thread carries out one of; where it does not, some that nobody interrupts. */
    public static ParallelTasks ofThisTask() {
        return CURRENT.isBound() ? CURRENT.get() : new ParallelTasks();
    }

    /**
     * Returns when all tasks are done. Once one fails the others are interrupted, and its exception is thrown when they
     * have ended.
     *
     * @throws CancellationException if the calling thread was interrupted; it still is
     */
    public void run(List<Runnable> tasks) {
        try (var running = Executors.newThreadPerTaskExecutor(threads)) {
            var done = new ExecutorCompletionService<@Nullable Void>(running);
            tasks.forEach(
                    task -> done.submit(() -> ScopedValue.where(CURRENT, this).run(task), null));
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                stop(running);
                throw unchecked(e.getCause());
            } catch (InterruptedException e) {
                stop(running);
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

    private void stop(ExecutorService running) {
        interrupting.writeLock().lock();
        try {
            running.shutdownNow();
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
