package org.deviceoffboarding.evaluation;

import java.util.List;

/**
 * What a module knows to stand in the way of the next run, such as a group that is gone; declared as a bean. A run checks
 * itself again what it needs. Asks for no role.
 */
public interface RunObstacles {

    /** Looks now. May take a network's time, and holds no transaction meanwhile. */
    List<Obstacle> find();
}
