package org.deviceoffboarding.audit.restored;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** The portal noticed that the database is older than the log's newest checkpoint outside, or that this is of another log. */
@AuditedAs(
        name = "audit.restored-found",
        label = "Found the database restored",
        meaning =
                "The database is older than the newest checkpoint outside it, or of another log: an older backup was restored, or the folder of"
                        + " checkpoints is another database's. Nothing is sent to Entra, to people or to webhooks until an owner has confirmed what is open.",
        details = {
            "sizeInside: how many entries the database had",
            "sizeOutside: of how many the newest checkpoint outside was",
            "anotherLog: whether that is of another log than the database's; then the database's entries are not counted"
        })
record RestorationFound(long sizeInside, long sizeOutside, boolean anotherLog) implements AuditableAction {

    @Override
    public String action() {
        return "audit.restored-found";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        if (anotherLog) {
            return String.format(
                    Locale.ENGLISH,
                    "Found the checkpoints outside, the newest of %,d entries, to be of another log than the database's. Nothing is sent to"
                            + " Entra until an owner has confirmed it",
                    sizeOutside);
        }
        return String.format(
                Locale.ENGLISH,
                "Found the database to be older than its log: it has %,d entries, and the newest checkpoint outside is of %,d. Nothing is"
                        + " sent to Entra until an owner has confirmed it",
                sizeInside,
                sizeOutside);
    }

    @Override
    public AuditResult result() {
        return AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("sizeInside", sizeInside)
                .with("sizeOutside", sizeOutside)
                .with("anotherLog", anotherLog);
    }
}
