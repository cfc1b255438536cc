package org.deviceoffboarding.remediation.asking;

import java.time.Instant;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Deletable;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an action may be asked for a device. Pure: the one place for these rules, each of which comes from damage
 * that another tool did.
 */
final class Eligibility {

    private final JudgingRules rules;
    private final Instant now;

    /** @param rules that the next run goes by */
    Eligibility(JudgingRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Returns why the action is refused and what to do instead, as sentences for people; null if it may be asked for. */
    @Nullable
    String refusal(Action action, ActionCandidate candidate) {
        if (candidate.openRequest().isPresent()) {
            return "It is in request " + candidate.openRequest().getAsLong() + ", which has not ended yet.";
        }
        return switch (action) {
            case DISABLE -> disabling(candidate);
            case ENABLE -> enabling(candidate);
            case DELETE -> deleting(candidate);
            case RESTORE -> restoring(candidate);
        };
    }

    private @Nullable String disabling(ActionCandidate candidate) {
        String protectedFrom = protection(candidate);
        if (protectedFrom != null) {
            return protectedFrom;
        }
        String done = disabledAlready(candidate);
        if (done != null) {
            return done;
        }
        Finding finding = candidate.finding();
        if (finding == null || candidate.facts() == null) {
            return "It is not flagged by the newest run. Only flagged devices can be disabled from here.";
        }
        if (finding.situation() == Situation.READY_TO_DELETE) {
            return "This portal disabled it already, and its grace period is over: delete it instead.";
        }
        return null;
    }

    private static @Nullable String disabledAlready(ActionCandidate candidate) {
        DisabledDevice disabled = candidate.disabled();
        boolean ready = candidate.finding() != null && candidate.finding().situation() == Situation.READY_TO_DELETE;
        if (disabled == null || disabled.leftAt() != null || ready || !isDisabled(candidate)) {
            return null;
        }
        VerifiedChange change = candidate.change();
        return (disabled.takenOver()
                        ? "It is disabled already, and was taken over on "
                        : "This portal disabled it already, on ")
                + RequestWording.time(disabled.disabledAt())
                + (change != null && change.kind().leavesDisabled() ? " (request " + change.requestId() + ")." : ".");
    }

    private @Nullable String enabling(ActionCandidate candidate) {
        if (candidate.disabled() == null && candidate.change() != null && isEnabledAgain(candidate.change())) {
            return enabledAgain(candidate.change());
        }
        if (candidate.disabled() == null) {
            return "This portal did not disable it, so it cannot enable it either. Do it in the Entra admin center.";
        }
        if (candidate.disabled().takenOver()) {
            return "Somebody else had disabled it before this portal took it over, so it is theirs to enable. Do it in the Entra"
                    + " admin center.";
        }
        if (candidate.facts() == null) {
            return "The newest inventory does not have it: it is no longer in Entra, or a run has to read it first.";
        }
        return candidate.disabled().leftAt() != null && !isDisabled(candidate)
                ? "It is enabled again already, so there is nothing to take back."
                : null;
    }

    private @Nullable String deleting(ActionCandidate candidate) {
        String protectedFrom = protection(candidate);
        if (protectedFrom != null) {
            return protectedFrom;
        }
        if (candidate.facts() == null) {
            return "The newest inventory does not have it: it is no longer in Entra.";
        }
        VerifiedChange change = candidate.change();
        if (candidate.disabled() == null && change != null && isEnabledAgain(change)) {
            return enabledAgain(change) + " Disable it first, and let its grace period pass.";
        }
        String notYet = Deletable.refusal(candidate.facts(), rules, now);
        if (notYet != null) {
            return notYet;
        }
        Finding finding = candidate.finding();
        if (finding == null || finding.situation() != Situation.READY_TO_DELETE) {
            return "The newest run does not say that it is ready to delete. Run again, then ask.";
        }
        return keys(candidate, finding);
    }

    private @Nullable String restoring(ActionCandidate candidate) {
        DeletedDevice deleted = candidate.deleted();
        if (deleted == null) {
            return "This portal did not delete it, so it cannot restore it either. Look into the recycle bin in the Entra"
                    + " admin center.";
        }
        if (deleted.restoredAt() != null) {
            return "It was restored already, on " + RequestWording.time(deleted.restoredAt()) + ".";
        }
        if (!deleted.restorable()) {
            return "Its deletion was final: Entra's recycle bin does not keep devices of this sort.";
        }
        return deleted.daysLeft(now) == 0
                ? "It was deleted on " + RequestWording.time(deleted.deletedAt())
                        + ", and Entra's recycle bin keeps devices for 30 days only."
                : null;
    }

    /** What keeps a device from any action that takes something away, whatever else is known of it. */
    private static @Nullable String protection(ActionCandidate candidate) {
        if (!candidate.exceptions().isEmpty()) {
            return candidate.exceptions().getFirst();
        }
        Finding finding = candidate.finding();
        if (finding != null && finding.kind() == Kind.HYBRID) {
            return "It is hybrid joined: disable, then delete its computer object in on-premises Active Directory. An action"
                    + " in Entra would be undone by Entra Connect.";
        }
        return null;
    }

    private static @Nullable String keys(ActionCandidate candidate, Finding finding) {
        if (finding.platform() != Platform.WINDOWS || !finding.kind().group().deletedInEntra()) {
            return null;
        }
        DeviceKeys keys = candidate.keys();
        boolean known = keys != null && keys.bitlockerKeys() != null && keys.laps() != null;
        return known
                ? null
                : "Nobody knows whether its BitLocker keys and LAPS password are kept. Check keys on its suggestion first.";
    }

    private static boolean isEnabledAgain(VerifiedChange change) {
        return change.kind() == VerifiedChange.Kind.ENABLED;
    }

    private static String enabledAgain(VerifiedChange change) {
        return "This portal enabled it again on " + RequestWording.time(change.doneAt()) + " (request "
                + change.requestId() + ").";
    }

    private static boolean isDisabled(ActionCandidate candidate) {
        DeviceFacts facts = candidate.facts();
        return facts != null && Boolean.FALSE.equals(facts.entra().accountEnabled());
    }
}
