package org.deviceoffboarding.suggestion;

/** A group of findings with how its devices are joined. */
record AskedGroup(FindingGroup group, int joined, int registered, int hybrid) {

    FlaggedSort sort() {
        return new FlaggedSort(
                group.situation(),
                group.platform(),
                group.ownership(),
                group.kinds(),
                group.devices(),
                joined,
                registered,
                hybrid);
    }
}
