package org.deviceoffboarding.base.database;

/**
 * What of the database is the audit log's: the one list, by which rights are given ({@link LogHandOver}) and asked for
 * ({@link LogOwnership}). A table, view, sequence or function is the log's by its name, so that a migration which makes another
 * has nothing else to say.
 */
final class LogObjects {

    /** Whether {@code name}, a column or an alias, is the name of something that belongs to the log. */
    static final String IS_THE_LOGS = "name ~ '^audit_'";

    /** Whether {@code name} is the name of a table of the log whose rows the portal takes away again: those not sealed yet. */
    static final String IS_EMPTIED = "name = 'audit_unsealed'";

    /** What says which migrations ran: who could change it could have them run again, or not at all. */
    static final String HISTORY = "flyway_schema_history";

    private LogObjects() {}
}
