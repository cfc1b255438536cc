package org.deviceoffboarding.directory;

import org.deviceoffboarding.graph.Graph;

/** Looks people up in a scripted tenant, for tests of other modules. */
public final class PersonAddressesAt {

    private PersonAddressesAt() {}

    public static PersonAddresses graph(Graph graph) {
        return new PersonAddresses(graph);
    }
}
