package org.deviceoffboarding.evaluation.effect;

import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.jspecify.annotations.Nullable;

/**
 * A device that would come, go, or be suggested for another reason.
 *
 * @param now how it is judged by what is decided, such as "Suggested: Broken link"
 * @param then how it would be judged
 * @param why what that would rest on, sentences for people
 */
public record AffectedDevice(
        UUID objectId,
        @Nullable UUID deviceId,
        String name,
        @Nullable String serialNumber,
        Platform platform,
        String now,
        String then,
        String why) {

    static AffectedDevice of(DeviceFacts facts, BothJudgings judgings) {
        Judgement then = judgings.then(facts);
        return new AffectedDevice(
                facts.entra().objectId(),
                facts.entra().deviceId(),
                facts.entra().displayName(),
                facts.serialNumber(),
                Platform.of(facts.entra().operatingSystem()),
                words(judgings.now(facts)),
                words(then),
                why(then));
    }

    private static String words(Judgement judgement) {
        return switch (judgement) {
            case Flagged flagged -> "Suggested: " + flagged.situation().label();
            case LeftOut leftOut -> "Left out: " + leftOut.reason().label();
            case NotFlagged _ -> "Not flagged";
        };
    }

    private static String why(Judgement judgement) {
        return switch (judgement) {
            case Flagged flagged -> String.join(" ", flagged.evidence());
            case LeftOut leftOut -> leftOut.detail();
            case NotFlagged _ -> "No situation that is looked for would hold for it any more.";
        };
    }
}
