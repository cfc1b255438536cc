package org.deviceoffboarding.audit.restored;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** An owner looked at what is open in a restored database, and lets the portal go on. */
@AuditedAs(
        name = "audit.restored-confirmed",
        label = "Confirmed a restored database",
        meaning =
                "An owner looked at what is open in a database that is older than its log, or of another than the checkpoints outside,"
                        + " and let the portal go on.",
        details = {
            "sizeInside: how many entries the database had",
            "sizeOutside: of how many the newest checkpoint outside was",
            "foundAt: when the portal noticed it",
            "anotherLog: whether the checkpoints outside were of another log than the database's"
        })
record RestorationConfirmed(Restoration restoration) implements AuditableAction {

    @Override
    public String action() {
        return "audit.restored-confirmed";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        if (restoration.anotherLog()) {
            return "Confirmed what is open in a database beside which the checkpoints are of another log";
        }
        return String.format(
                Locale.ENGLISH,
                "Confirmed what is open in the restored database; entries %,d to %,d of the log before are not in it",
                restoration.sizeInside() + 1,
                restoration.sizeOutside());
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("sizeInside", restoration.sizeInside())
                .with("sizeOutside", restoration.sizeOutside())
                .with("foundAt", restoration.foundAt())
                .with("anotherLog", restoration.anotherLog());
    }
}
