package org.deviceoffboarding.audit;

/** What migrations of the database record by themselves, in SQL. */
@AuditedAs(
        name = "audit.taken-over",
        label = "Began to seal the log",
        meaning =
                "From here on the log is sealed: in a new database from its beginning; else entries that were stored with a chain of hashes were"
                        + " taken over, after their chain was checked.",
        details = {
            "entries: how many",
            "firstChanged: the first entry that its chain did not fit; none where all did",
            "lastHash: the hash of the last entry in the chain; none where there was no entry"
        })
interface MigratedActions {}
