package org.deviceoffboarding.demotenant.population;

/** What a maker sells. */
record Model(String maker, String name) {}
