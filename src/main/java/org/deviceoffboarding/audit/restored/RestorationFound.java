package org.deviceoffboarding.audit.restored;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** The portal noticed that the database is older than the log's newest checkpoint outside. */
@AuditedAs(
        name = "audit.restored-found",
        label = "Found the database restored",
        meaning =
                "The database is older than the newest checkpoint outside it: an older backup was restored. Nothing is sent to Entra until an"
                        + " owner has confirmed what is open.",
        details = {
            "sizeInside: how many entries the database had",
            "sizeOutside: of how many the newest checkpoint outside was"
        })
record RestorationFound(long sizeInside, long sizeOutside) implements AuditableAction {

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
        return AuditDetails.NONE.with("sizeInside", sizeInside).with("sizeOutside", sizeOutside);
    }
}
