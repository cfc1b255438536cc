package org.deviceoffboarding.playbook.keycheck;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedFields;
import org.jspecify.annotations.Nullable;

/** What happens to readings of keys. */
@AuditedFields(details = "suggestion: the number of the suggestion whose devices' keys are checked")
sealed interface KeyCheckAction extends AuditableAction {

    long suggestionId();

    @Override
    default String subject() {
        return "suggestion:" + suggestionId();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE.with("suggestion", suggestionId());
    }

    @AuditedAs(
            name = "keys.check-requested",
            label = "Asked to check keys",
            meaning =
                    "Somebody asked whether the BitLocker keys and LAPS passwords of a suggestion's Windows devices are kept in Entra. No"
                            + " key is read, only that there is one.",
            details = "devices: how many Windows devices there are")
    record Requested(long suggestionId, long windows) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.check-requested";
        }

        @Override
        public String summary() {
            return "Asked to check whether the keys of " + (windows == 1 ? "1 device" : windows + " devices")
                    + " are kept";
        }

        @Override
        public AuditDetails details() {
            return KeyCheckAction.super.details().with("devices", windows);
        }
    }

    /** @param devices that were asked about together */
    @AuditedAs(
            name = "keys.read",
            label = "Looked whether keys are kept",
            meaning =
                    "The portal asked Entra, as the agent, whether it keeps keys of the devices that the entry names.",
            details = {
                "devices: how many devices this entry is about",
                "refusals: what Microsoft Graph refused to answer; none where it answered all"
            })
    record Read(long suggestionId, List<AuditedDevice> devices, List<String> refusals) implements KeyCheckAction {

        public Read {
            devices = List.copyOf(devices);
            refusals = List.copyOf(refusals);
        }

        @Override
        public String action() {
            return "keys.read";
        }

        @Override
        public String summary() {
            return "Looked whether the keys of " + (devices.size() == 1 ? "1 device" : devices.size() + " devices")
                    + " are kept" + (refusals.isEmpty() ? "" : ". " + String.join(" ", refusals));
        }

        @Override
        public AuditResult result() {
            return refusals.isEmpty() ? AuditResult.DONE : AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            AuditDetails details = KeyCheckAction.super.details().with("devices", devices.size());
            return refusals.isEmpty() ? details : details.with("refusals", refusals);
        }
    }

    @AuditedAs(
            name = "keys.checked",
            label = "Checked keys",
            meaning = "All Windows devices of a suggestion were asked about.",
            details = {
                "devices: how many Windows devices there are",
                "known: of how many all keys exist",
                "withoutBitlocker: of how many Entra has no BitLocker key",
                "withoutLaps: of how many Entra has no LAPS password, though they are joined",
                "notChecked: how many were never checked",
                "notKnown: how many gave no clear answer"
            })
    record Completed(long suggestionId, KeySummary found) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.checked";
        }

        @Override
        public String summary() {
            return found.sentence();
        }

        @Override
        public AuditDetails details() {
            return KeyCheckAction.super
                    .details()
                    .with("devices", found.devices())
                    .with("known", found.known())
                    .with("withoutBitlocker", found.withoutBitlocker())
                    .with("withoutLaps", found.withoutLaps())
                    .with("notChecked", found.notChecked())
                    .with("notKnown", found.notKnown());
        }
    }

    /** @param permission that Microsoft Graph wants, where it refused the agent; null where it failed for something else */
    @AuditedAs(
            name = "keys.check-failed",
            label = "Failed to check keys",
            meaning = "The check of a suggestion's keys ended before all devices were asked about.",
            details = {
                "reason: why, and what to do",
                "permission: what Microsoft Graph wants where it refused the agent, as whom keys are asked about",
                "as: whose identity it asked with, where it was refused"
            })
    record Failed(
            long suggestionId, String reason, @Nullable String permission) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.check-failed";
        }

        @Override
        public String summary() {
            return "Could not check keys: " + reason;
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            AuditDetails details = KeyCheckAction.super.details().with("reason", reason);
            return permission == null
                    ? details
                    : details.with("permission", permission).with("as", "the agent");
        }
    }
}
