package org.deviceoffboarding.base.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells open pages of something on a thread of its own: whoever gives the reason goes on meanwhile. What is given as a reason while
 * pages are being told is told afterwards, all of it at once, so that many pages are never told faster than they can follow.
 */
public final class Telling {

    private final Runnable what;
    private final Executor thread;
    private final AtomicInteger reasons = new AtomicInteger();

    /** @param what called once at a time */
    public Telling(Runnable what) {
        this(what, telling -> Thread.ofVirtual().name("open-pages").start(telling));
    }

    public Telling(Runnable what, Executor thread) {
        this.what = what;
        this.thread = thread;
    }

    /** Gives a reason. */
    public void begin() {
        if (reasons.getAndIncrement() == 0) {
            thread.execute(this::tell);
        }
    }

    /** Whatever becomes of it, the next reason is told of. */
    private void tell() {
        int known = reasons.get();
        try {
            what.run();
        } finally {
            if (!reasons.compareAndSet(known, 0)) {
                thread.execute(this::tell);
            }
        }
    }
}
