package org.deviceoffboarding.access.session;

import org.springframework.security.core.Authentication;

/** What became of reading a person's roles. */
sealed interface RolesRead {

    /** They are no older than asked for, and are those of an authentication. */
    record Current(Authentication person) implements RolesRead {}

    /** They could not be read; another attempt may succeed. */
    record Unknown(String sentence) implements RolesRead {}

    /** The session is over. */
    record Over(SessionOver how) implements RolesRead {}
}
