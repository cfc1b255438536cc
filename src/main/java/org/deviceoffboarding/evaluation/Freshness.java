package org.deviceoffboarding.evaluation;

/** How new it has to be who is in groups of the tenant. */
public enum Freshness {

    /** As the newest result read it: asks nobody, for pages. */
    STORED,

    /** As the tenant has it now: takes a network's time, for whoever decides or acts. */
    NOW
}
