package org.deviceoffboarding.evaluation.ui;

import java.util.List;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.springframework.stereotype.Component;

/** What all modules know to stand in the way of the next run. */
@Component
class Obstacles {

    private final List<RunObstacles> sources;

    Obstacles(List<RunObstacles> sources) {
        this.sources = sources;
    }

    /** Looks now; see {@link RunObstacles#find()}. */
    List<Obstacle> find() {
        return sources.stream().flatMap(source -> source.find().stream()).toList();
    }
}
