package org.deviceoffboarding.playbook.checklist;

import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.playbook.definition.PortalPart;
import org.deviceoffboarding.playbook.keycheck.KeyCheckService;
import org.deviceoffboarding.playbook.keycheck.KeySummary;
import org.deviceoffboarding.suggestion.DoneDevices;
import org.deviceoffboarding.suggestion.Suggestion;
import org.springframework.stereotype.Component;

/** Knows how far the portal itself is with the steps of a suggestion that it does: these are ticked by what is so. */
@Component
class PortalSteps {

    private final KeyCheckService keyChecks;

    PortalSteps(KeyCheckService keyChecks) {
        this.keyChecks = keyChecks;
    }

    /** Returns the progress of each part that the portal does; parts that it can't know the end of are missing. */
    Map<PortalPart, PortalProgress> of(Suggestion suggestion) {
        DoneDevices done = suggestion.done();
        Map<PortalPart, PortalProgress> progress = new EnumMap<>(PortalPart.class);
        progress.put(
                PortalPart.DISABLE,
                new PortalProgress(done.waiting() + done.deleted(), suggestion.devices(), done.changedAt()));
        progress.put(PortalPart.DELETE, new PortalProgress(done.deleted(), suggestion.devices(), done.changedAt()));
        KeySummary keys = keyChecks.summary(suggestion.id());
        progress.put(PortalPart.KEY_CHECK, new PortalProgress(keys.known(), keys.devices(), keys.oldest()));
        return progress;
    }
}
