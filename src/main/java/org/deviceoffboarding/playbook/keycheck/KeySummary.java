package org.deviceoffboarding.playbook.keycheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.base.words.Written;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the keys of a suggestion's Windows devices. What was not checked, or got no clear answer, counts as
 * neither known nor missing.
 *
 * @param devices how many Windows devices there are
 * @param known those whose keys all exist: a BitLocker key, and a LAPS password unless they are only registered
 * @param withoutBitlocker those for which Entra has no BitLocker key
 * @param withoutLaps those for which Entra has no LAPS password, though they are joined
 * @param notChecked those never checked
 * @param notKnown those that were checked without a clear answer to all of it
 * @param oldest when the one that was checked longest ago was; null if none was
 */
public record KeySummary(
        long devices,
        long known,
        long withoutBitlocker,
        long withoutLaps,
        long notChecked,
        long notKnown,
        @Nullable Instant oldest) {

    /** Returns whether nothing is missing, unclear or unchecked. */
    public boolean complete() {
        return devices > 0 && known == devices;
    }

    /** Returns it as a sentence for people. */
    public String sentence() {
        if (notChecked == devices) {
            return devices == 1
                    ? "The keys of the one Windows device are not checked yet."
                    : String.format(
                            Locale.ENGLISH, "The keys of the %,d Windows devices are not checked yet.", devices);
        }
        List<String> missing = new ArrayList<>();
        if (withoutBitlocker > 0) {
            missing.add(have(withoutBitlocker) + " no BitLocker key in Entra");
        }
        if (withoutLaps > 0) {
            missing.add(have(withoutLaps) + " no LAPS password in Entra");
        }
        if (notKnown > 0) {
            missing.add(Written.number(notKnown) + " gave no clear answer");
        }
        if (notChecked > 0) {
            missing.add(Written.number(notChecked) + " not checked");
        }
        String known = String.format(
                Locale.ENGLISH,
                "Keys known for %,d of %,d Windows device%s",
                this.known,
                devices,
                devices == 1 ? "" : "s");
        return known + (missing.isEmpty() ? "." : "; " + String.join(", ", missing) + ".");
    }

    private static String have(long count) {
        return Written.number(count) + (count == 1 ? " has" : " have");
    }
}
