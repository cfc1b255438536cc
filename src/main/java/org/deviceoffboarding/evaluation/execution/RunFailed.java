package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.delegation.RefusalDetails;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A run ended without a result.
 *
 * @param run as it was before
 * @param failed as it is since
 * @param reason why and what to do, for people
 * @param permission that Microsoft Graph wants, where it refused the agent; null where it failed for something else
 * @param why what Microsoft said, where it refused the agent or the tenant; null where it failed for something else
 */
@AuditedAs(
        name = "run.failed",
        label = "Failed in a run",
        meaning = "A run ended without a result; the result of the run before stays.",
        details = {
            "run: its number",
            "phase: what it was doing",
            "reason: why, and what to do",
            "restarts: how often it went on after it was cut off",
            "permission: what Microsoft Graph wants where it refused the agent, as whom a run reads",
            "as: whose identity it read with, where it was refused",
            RefusalDetails.REFUSED,
            RefusalDetails.CODE,
            RefusalDetails.SAID
        },
        changes = "status: where the run stands")
@AuditedValues(field = "phase", of = RunPhase.class)
@AuditedValues(field = "status", of = RunStatus.class)
record RunFailed(
        Run run,
        Run failed,
        String reason,
        @Nullable String permission,
        @Nullable SignInRefusal why) implements AuditableAction {

    @Override
    public String action() {
        return "run.failed";
    }

    @Override
    public String subject() {
        return "run:" + run.id();
    }

    @Override
    public String summary() {
        return "Run " + run.id() + " failed: " + reason;
    }

    @Override
    public AuditResult result() {
        return AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        AuditDetails details = RefusalDetails.of(
                why,
                AuditDetails.NONE
                        .with("run", run.id())
                        .with("phase", failed.phase())
                        .with("reason", reason)
                        .with("restarts", failed.restarts())
                        .changed("status", run.status(), failed.status()));
        return permission == null
                ? details
                : details.with("permission", permission).with("as", "the agent");
    }
}
