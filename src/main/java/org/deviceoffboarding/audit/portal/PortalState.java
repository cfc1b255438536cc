package org.deviceoffboarding.audit.portal;

import java.util.List;

/**
 * What a portal is made of when it starts.
 *
 * @param version of the portal; empty where it is not built as a release
 * @param schema the newest migration that its database has; empty where that can't be read
 * @param migrations those that its database has, in their order, each as its version and what it does
 */
record PortalState(String version, String schema, List<String> migrations) {

    PortalState {
        migrations = List.copyOf(migrations);
    }

    /** Returns the migrations behind one; none where that is not known. */
    List<String> since(String earlier) {
        int place = migrations.indexOf(migrations.stream()
                .filter(each -> each.startsWith(earlier + " "))
                .findFirst()
                .orElse(""));
        return earlier.isEmpty() || place < 0 ? List.of() : migrations.subList(place + 1, migrations.size());
    }
}
