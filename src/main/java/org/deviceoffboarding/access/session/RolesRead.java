package org.deviceoffboarding.access.session;

/** What became of reading a person's roles. */
sealed interface RolesRead {

    /** They are no older than asked for. */
    record Current() implements RolesRead {}

    /** They could not be read; another attempt may succeed. */
    record Unknown(String sentence) implements RolesRead {}

    /** The session is over. */
    record Over(SessionEnd by) implements RolesRead {}
}
