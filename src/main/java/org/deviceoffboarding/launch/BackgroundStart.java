package org.deviceoffboarding.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Something that the portal needs and that starts on a thread of its own while the portal goes on starting.
 *
 * @param <T> what it is once it has started
 */
final class BackgroundStart<T extends AutoCloseable> implements AutoCloseable {

    private final CompletableFuture<T> started;

    private BackgroundStart(CompletableFuture<T> started) {
        this.started = started;
    }

    static <T extends AutoCloseable> BackgroundStart<T> inBackground(String name, Callable<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                started.complete(start.call());
            } catch (Throwable e) {
                started.completeExceptionally(e);
            }
        });
        return new BackgroundStart<>(started);
    }

    /**
     * Waits until it has started.
     *
     * @throws RuntimeException what kept it from starting
     */
    T await() {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Stops it; first waits for its start, so that nothing is left behind. Does nothing if the start failed. */
    @Override
    public void close() throws Exception {
        T part = started.handle((value, failure) -> value).join();
        if (part != null) {
            part.close();
        }
    }
}
