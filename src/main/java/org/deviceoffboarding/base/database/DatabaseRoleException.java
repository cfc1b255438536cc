package org.deviceoffboarding.base.database;

import org.jspecify.annotations.Nullable;

/** The database's roles are not as they have to be for the portal to start. The message says in a sentence what to do. */
public final class DatabaseRoleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseRoleException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
