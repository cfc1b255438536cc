package org.deviceoffboarding.base;

/** What has a name for people: constants that are stored, or written into the audit log, by another. */
public interface Labelled {

    /** Returns the name for people, as pages show it. */
    String label();
}
