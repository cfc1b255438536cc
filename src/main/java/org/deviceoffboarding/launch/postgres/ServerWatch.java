package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server again that ends without being asked to, until it is closed. */
final class ServerWatch {

    /** One attempt after another: what is left of the server before may take a moment to end. */
    private static final int ATTEMPTS = 5;

    /** After the first of them, twice as long after the second, and so on. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PACE = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);

    private final PostgresServer server;
    private final int port;
    private final Duration pause;
    private final Runnable lost;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param lost called where the server can't be started again */
    ServerWatch(PostgresServer server, int port, Duration pause, Runnable lost) {
        this.server = server;
        this.port = port;
        this.pause = pause;
        this.lost = lost;
    }

    void begin() {
        Thread.ofPlatform().name("embedded-database-watch").daemon().start(this::watch);
    }

    /** The server is not started again from now on, also where that was just begun. */
    void close() {
        closed.countDown();
        synchronized (this) {
            // Whoever starts it has finished, or does not begin any more.
        }
    }

    private void watch() {
        try {
            while (!closed.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!server.isRunningOn(port) && !startAgain()) {
                    lost.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the server runs, or need not any more. */
    private boolean startAgain() throws InterruptedException {
        log.warn("The embedded database ended, and is started again");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (start()) {
                return true;
            }
            if (closed.await(pause.multipliedBy(attempt).toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean start() throws InterruptedException {
        try {
            return closed.getCount() == 0 || server.start(port);
        } catch (IOException e) {
            log.warn("The embedded database could not be started again", e);
            return false;
        }
    }
}
