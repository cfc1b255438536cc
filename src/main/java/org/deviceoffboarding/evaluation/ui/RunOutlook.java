package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.evaluation.Obstacle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what stands in the way of the next run, before one begins. Looks in the background each time it is shown; empty as long
 * as it knows of nothing.
 */
class RunOutlook extends Div {

    private static final Logger log = LoggerFactory.getLogger(RunOutlook.class);

    private final transient Obstacles obstacles;
    private volatile int looking;

    RunOutlook(Obstacles obstacles) {
        this.obstacles = obstacles;
        addClassName("stack");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        looking++;
    }

    /** Looks again. */
    void look(UI ui) {
        int mine = ++looking;
        Thread.ofVirtual().name("run-outlook").start(() -> look(ui, mine));
    }

    private void look(UI ui, int mine) {
        try {
            List<Obstacle> found = obstacles.find();
            ui.access(() -> {
                if (looking == mine) {
                    show(found);
                }
            });
        } catch (UIDetachedException closedMeanwhile) {
            // Nobody waits for it any more.
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("What stands in the way of a run could not be looked up");
        }
    }

    void show(List<Obstacle> found) {
        removeAll();
        found.forEach(obstacle ->
                add((obstacle.certain() ? Callout.bad(obstacle.sentences()) : Callout.attention(obstacle.sentences()))
                        .saidAs("status")));
        setVisible(!found.isEmpty());
    }
}
