package org.deviceoffboarding.base.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What of the database is the audit log's: the one list, by which rights are given ({@link LogHandOver}) and asked for
 * ({@link LogOwnership}). A table, view, sequence or function is the log's by its name, so that a migration which makes another
 * has nothing else to say than, for the warning of {@link LogOwnership}, that it is one of {@link #MADE}.
 */
final class LogObjects {

    /** Whether {@code name}, a column or an alias, is the name of something that belongs to the log. */
    static final String IS_THE_LOGS = "name ~ '^audit_'";

    /** The tables and functions that the migrations made for the log: whoever makes others of such names can't change it by them. */
    static final List<String> MADE = List.of(
            "audit_checkpoint",
            "audit_checkpoint_file",
            "audit_checkpoint_refuse_foreign",
            "audit_entry",
            "audit_entry_device",
            "audit_entry_device_refuse_foreign",
            "audit_entry_refuse_change",
            "audit_entry_wait",
            "audit_leaf",
            "audit_leaf_refuse_foreign",
            "audit_log_identity",
            "audit_refused",
            "audit_refused_refuse_foreign",
            "audit_restoration",
            "audit_restoration_confirmed",
            "audit_search",
            "audit_tile",
            "audit_tile_refuse_foreign",
            "audit_unsealed",
            "audit_unsealed_refuse_foreign",
            "audit_unsealed_refuse_loss",
            "audit_verification",
            "audit_whole_entry",
            "audit_whole_entry_store",
            "audit_words");

    /** Whether {@code name} is one of {@link #MADE}. */
    static final String IS_MADE = MADE.stream().collect(Collectors.joining("', '", "name in ('", "')"));

    /**
     * Whether the function {@code p}, of the schema {@code n}, is the one that runs with its owner's rights, and does what the migrations made
     * it do: it names everything with its schema, in quotes, so that its source says all. The functions asked are those of {@code pg_catalog}.
     */
    static final String STORES_AS_MADE =
            """
            p.proname = 'audit_whole_entry_store' and p.pronargs = 0 and p.proconfig is null
                and p.prolang = (select l.oid from pg_language l where l.lanname = 'plpgsql')
                and encode(sha256(convert_to(replace(p.prosrc, '"' || replace(n.nspname, '"', '""') || '".', '….'), 'UTF8')), 'hex')
                    = '%s'
            """.formatted("87e2314968b28f739455d23ce35855f9f731830c33d7fe1f117198d5d24fc444");

    /** Whether {@code name} is the name of a table of the log whose rows the portal takes away again: those not sealed yet. */
    static final String IS_EMPTIED = "name = 'audit_unsealed'";

    /** What says which migrations ran: who could change it could have them run again, or not at all. */
    static final String HISTORY = "flyway_schema_history";

    private LogObjects() {}
}
