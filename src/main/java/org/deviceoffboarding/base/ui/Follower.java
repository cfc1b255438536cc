package org.deviceoffboarding.base.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deviceoffboarding.base.ByItself;
import org.deviceoffboarding.base.database.PassingFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;

/** A component that is told of something. Told of much at once, it is brought up to date once: what it shows then is as it is after the last news. */
final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** Until the database may be back. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final OpenWindow window;
    private final Runnable update;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean ended;

    Follower(OpenWindow window, Runnable update) {
        this.window = window;
        this.update = update;
    }

    OpenWindow window() {
        return window;
    }

    /** Notes that there is news; returns whether its window has to be told of that, because it was not yet. */
    boolean note() {
        boolean first = told.compareAndSet(false, true);
        if (first) {
            window.note(this::bringUpToDate);
        }
        return first;
    }

    /** It is no longer part of a page. */
    void end() {
        ended = true;
    }

    private void bringUpToDate() {
        told.set(false);
        ByItself.run(this::update);
    }

    private void noteIfThere() {
        if (!ended && note()) {
            window.bringUpToDate();
        }
    }

    private void update() {
        try {
            update.run();
        } catch (DataAccessException | TransactionException fault) {
            if (!PassingFaults.arePassing(fault)) {
                throw fault;
            }
            log.atDebug().setCause(fault).log("A page waits for the database");
            LATER.execute(this::noteIfThere);
        } catch (AccessDeniedException roleTaken) {
            log.atDebug().setCause(roleTaken).log("A page showed what its person may no longer see, and is made anew");
        } catch (AuthenticationException sessionOver) {
            log.atDebug()
                    .setCause(sessionOver)
                    .log("A page of somebody whose session is over was not brought up to date");
        }
    }
}
