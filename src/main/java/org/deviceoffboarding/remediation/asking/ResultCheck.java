package org.deviceoffboarding.remediation.asking;

import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.suggestion.Replacements;
import org.springframework.stereotype.Component;

/** Makes sure that nobody takes devices away by a result that a newer run has replaced. */
@Component
class ResultCheck {

    private final FlaggedDevices flagged;
    private final Replacements replacements;

    ResultCheck(FlaggedDevices flagged, Replacements replacements) {
        this.flagged = flagged;
        this.replacements = replacements;
    }

    /** @throws RequestRefusedException if another result counts than the one that the person saw */
    void requireNewest(NewRequest wanted) {
        if (!wanted.action().takesAway()) {
            return; // which rests on what this portal did, whatever runs find
        }
        Long suggestion = wanted.suggestionId();
        if (suggestion != null && !replacements.current(suggestion)) {
            throw new RequestRefusedException(replacements.refusal(suggestion));
        }
        if (flagged.result().map(Run::id).orElse(0L) != wanted.result()) {
            throw new RequestRefusedException(
                    "A newer run has replaced the result that you looked at. Look at what the new one says, then ask again.");
        }
    }
}
