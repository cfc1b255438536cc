package org.deviceoffboarding.graph;

import java.time.Duration;

/** Lets time pass; tests only note it. */
@FunctionalInterface
interface Waiting {

    void waitFor(Duration time) throws InterruptedException;
}
