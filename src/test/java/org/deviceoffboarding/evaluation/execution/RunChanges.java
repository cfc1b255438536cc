package org.deviceoffboarding.evaluation.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.springframework.context.event.EventListener;

/** Remembers how runs changed. */
public class RunChanges {

    private final List<Run> runs = new ArrayList<>();
    private CountDownLatch ended = new CountDownLatch(1);

    @EventListener
    synchronized void on(RunChanged event) {
        runs.add(event.run());
        if (!event.run().active()) {
            ended.countDown();
        }
    }

    synchronized List<Run> runs() {
        return List.copyOf(runs);
    }

    synchronized CountDownLatch ended() {
        return ended;
    }

    synchronized void forget() {
        runs.clear();
        ended = new CountDownLatch(1);
    }
}
