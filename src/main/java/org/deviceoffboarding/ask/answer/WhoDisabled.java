package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.evaluation.PortalWords;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.springframework.stereotype.Component;

/** Says who disabled a device, as far as this portal knows. */
@Component
class WhoDisabled {

    private static final String ELSEWHERE =
            " Who did, and when, is not known here: Microsoft Entra's own audit log says so for 30 days (Entra admin center >"
                    + " Devices > Audit logs).";

    private final DisabledDevices disabled;
    private final VerifiedChanges changes;

    WhoDisabled(DisabledDevices disabled, VerifiedChanges changes) {
        this.disabled = disabled;
        this.changes = changes;
    }

    List<String> of(EntraDevice device) {
        UUID id = device.objectId();
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(device, disabled.find(List.of(id))));
        VerifiedChange last = changes.find(List.of(id)).get(id);
        if (last != null) {
            sentences.add("The last thing that this portal did to it: " + PortalWords.of(last));
        }
        return sentences;
    }

    private static String sentence(EntraDevice device, Map<UUID, DisabledDevice> here) {
        if (device.accountEnabled() == null) {
            return "Entra does not say whether it is disabled.";
        }
        if (device.accountEnabled()) {
            return "It is not disabled.";
        }
        DisabledDevice known = here.get(device.objectId());
        if (known == null) {
            return "It is disabled in Entra, and this portal did not disable it." + ELSEWHERE;
        }
        String when = " on " + Timestamps.words(known.disabledAt()) + "; " + known.disabledBy() + " approved that.";
        return known.takenOver()
                ? "Somebody else had disabled it, and this portal took it over" + when + ELSEWHERE
                : "This portal disabled it" + when;
    }
}
