package org.deviceoffboarding.demotenant.graph;

/** A part of Graph. */
interface Resource {

    /** Adds the paths that this part answers. */
    void addTo(Routes routes);
}
