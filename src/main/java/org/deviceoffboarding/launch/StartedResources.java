package org.deviceoffboarding.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs beside the portal. Closed in reverse order, once, whoever asks for it. */
final class StartedResources implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StartedResources.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Waits for those that are still starting.
     *
     * @throws RuntimeException what kept one of them from starting
     */
    void await() {
        for (AutoCloseable part : snapshot()) {
            if (part instanceof BackgroundStart<?> start) {
                start.await();
            }
        }
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private synchronized Deque<AutoCloseable> snapshot() {
        return new ArrayDeque<>(parts);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("Not everything that the portal started could be stopped", e);
        }
    }
}
