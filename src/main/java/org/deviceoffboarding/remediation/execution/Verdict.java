package org.deviceoffboarding.remediation.execution;

import java.util.Locale;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/** What a judgement by what is in force now means for a device that was asked for. Pure. */
public final class Verdict {

    private Verdict() {}

    /**
     * Returns why the device is left alone, as a sentence for people; null if it is flagged as it was.
     *
     * @param asked the situation that it was asked for in
     */
    public static @Nullable String obstacle(@Nullable Situation asked, Judgement now) {
        return switch (now) {
            case Judgement.Flagged flagged ->
                flagged.situation() == asked
                        ? null
                        : "It was asked for as '" + (asked == null ? "" : asked.label()) + "', and is '"
                                + flagged.situation().label() + "' now. Run again, then ask.";
            case Judgement.LeftOut leftOut -> leftOut(leftOut);
            case Judgement.NotFlagged well ->
                "It is no longer flagged (" + well.linkState().label().toLowerCase(Locale.ROOT)
                        + "): by the thresholds in force, and by what Intune and Entra say, no situation holds for it.";
        };
    }

    private static String leftOut(Judgement.LeftOut leftOut) {
        return leftOut.reason() == LeftOutReason.INSTRUCTION
                ? "It is no longer flagged. " + leftOut.detail()
                : leftOut.detail();
    }
}
