package org.deviceoffboarding.audit.lost;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/**
 * An owner goes on with the checkpoints that are left.
 *
 * @param signed see {@link LossNotes}
 */
@AuditedAs(
        name = LossConfirmed.NAME,
        label = "Confirmed lost checkpoints",
        meaning =
                "The file of checkpoints outside the database had lacked some. All entries were verified since and fit what is left, and an"
                        + " owner confirmed it, so that nobody is warned of it any more.",
        details = {
            "noticedAt: when a portal had noticed it last",
            "verifiedAt: when all entries had been verified since",
            "signed: the same, line by line, as the key outside the database signed it: without it the confirmation counts for nothing"
        })
record LossConfirmed(Instant noticedAt, Instant verifiedAt, List<String> signed) implements AuditableAction {

    static final String NAME = "audit.checkpoints-loss-confirmed";

    @Override
    public String action() {
        return "audit.checkpoints-loss-confirmed";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Confirmed that checkpoints were lost, and that all entries fit those that are left";
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("noticedAt", noticedAt)
                .with("verifiedAt", verifiedAt)
                .with("signed", signed);
    }
}
