package org.deviceoffboarding.evaluation.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.springframework.context.event.EventListener;

/** Remembers how runs changed. */
public class RunChanges {

    private final List<Run> runs = new ArrayList<>();
    private CountDownLatch ended = new CountDownLatch(1);
    private Predicate<Run> expected = run -> false;
    private CountDownLatch happened = new CountDownLatch(1);

    @EventListener
    synchronized void on(RunChanged event) {
        runs.add(event.run());
        if (expected.test(event.run())) {
            happened.countDown();
        }
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

    /** Returns what is opened once a run changes so. */
    synchronized CountDownLatch once(Predicate<Run> change) {
        expected = change;
        happened = new CountDownLatch(1);
        return happened;
    }

    synchronized void forget() {
        expected = run -> false;
        runs.clear();
        ended = new CountDownLatch(1);
    }
}
