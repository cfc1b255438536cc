package org.deviceoffboarding.graph;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets no time pass, and remembers how much would have. */
public final class Waits implements Waiting {

    private final List<Duration> all = new CopyOnWriteArrayList<>();

    @Override
    public void waitFor(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        all.add(time);
    }

    public List<Duration> all() {
        return List.copyOf(all);
    }

    public void forget() {
        all.clear();
    }
}
