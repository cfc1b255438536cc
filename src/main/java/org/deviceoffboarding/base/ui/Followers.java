package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deviceoffboarding.base.ByItself;
import org.deviceoffboarding.base.database.PassingFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/** The components in open browser windows that are told of something as soon as it happens. */
public final class Followers {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    /** Until the database may be back. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /**
     * Tells a component of all that happens, for as long as it is part of a page.
     *
     * @param update called in the component's window, with its lock held
     */
    public void add(Component component, Runnable update) {
        component.addAttachListener(attached -> follow(attached, update));
    }

    /** Tells all. A window that is busy is told when it no longer is; none is left out. */
    public void tell() {
        followers.forEach(Follower::tell);
    }

    private void follow(AttachEvent attached, Runnable update) {
        Follower follower = new Follower(attached.getUI(), update);
        followers.add(follower);
        attached.getSource().addDetachListener(detached -> {
            followers.remove(follower);
            detached.unregisterListener();
        });
    }

    /** Told of much at once, it is brought up to date once: what it shows then is as it is after the last news. */
    private final class Follower {

        private final UI window;
        private final Runnable update;
        private final AtomicBoolean told = new AtomicBoolean();

        Follower(UI window, Runnable update) {
            this.window = window;
            this.update = update;
        }

        void tell() {
            if (!told.compareAndSet(false, true)) {
                return;
            }
            try {
                window.access(() -> {
                    told.set(false);
                    ByItself.run(this::update);
                });
            } catch (UIDetachedException closedMeanwhile) {
                // Nobody looks any more; its detach listener ends the following.
            }
        }

        private void tellIfThere() {
            if (followers.contains(this)) {
                tell();
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
                LATER.execute(this::tellIfThere);
            } catch (AccessDeniedException roleTaken) {
                log.atDebug()
                        .setCause(roleTaken)
                        .log("A page showed what its person may no longer see, and is made anew");
            }
        }
    }
}
