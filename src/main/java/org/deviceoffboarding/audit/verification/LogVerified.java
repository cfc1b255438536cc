package org.deviceoffboarding.audit.verification;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** Somebody, or the portal by itself, verified the audit log. */
@AuditedAs(
        name = "audit.verified",
        label = "Verified the log",
        meaning =
                "Somebody, or the portal by itself once a day, computed all hashes again and compared them with the checkpoints outside the"
                        + " database. It failed where something does not fit.",
        details = {
            "behind: the size of the log behind which it began; 0 where it began at the first entry",
            "size: up to which entry it was computed",
            "provedSize: up to which entry a checkpoint outside proves it",
            "provedAt: when that checkpoint was made",
            "unsealed: how many entries were not sealed yet",
            "misfitCount: how many things do not fit",
            "misfits: these, each as a sentence; of more than 20 the first ones and the newest"
        })
record LogVerified(LogVerification verification) implements AuditableAction {

    @Override
    public String action() {
        return "audit.verified";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        String what = verification.isWhole() ? "Verified the audit log: " : "Verified what is new in the audit log: ";
        return what + verification.sentence();
    }

    @Override
    public AuditResult result() {
        return verification.isGood() ? AuditResult.DONE : AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("behind", verification.behind())
                .with("size", verification.size())
                .with("provedSize", verification.provedSize())
                .with("provedAt", verification.provedAt())
                .with("unsealed", verification.unsealed())
                .with("misfitCount", verification.misfitCount())
                .with(
                        "misfits",
                        verification.misfits().stream().map(Misfit::sentence).toList());
    }
}
