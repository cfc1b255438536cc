package org.deviceoffboarding.judging;

import java.time.Instant;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.jspecify.annotations.Nullable;

/** Says whether a device that this portal disabled may be deleted, by the same rules that the {@link Judge} goes by. Pure. */
public final class Deletable {

    private Deletable() {}

    /** Returns why a device may not be deleted now, as sentences for people; null if it may. */
    public static @Nullable String refusal(DeviceFacts facts, JudgingRules rules, Instant now) {
        IntuneLink link = IntuneLink.of(facts, rules, now);
        KindGroup group = Kinds.of(facts, link.records(), rules).group();
        if (group == KindGroup.HYBRID) {
            return "It is hybrid joined: delete its computer object in on-premises Active Directory. Deleted in Entra, it comes"
                    + " back as pending.";
        }
        if (group == KindGroup.AUTOPILOT) {
            return "It is registered with Windows Autopilot: remove the registration in Intune, and its object in Entra goes by"
                    + " itself. Deleted by hand, later set-ups of the device fail.";
        }
        String moved = MovedRecords.protection(facts);
        if (moved != null) {
            return moved;
        }
        Instant disabled = facts.disabledByPortal();
        if (disabled == null) {
            return "This portal did not disable it, or it left the queue: disable it first, and let its grace period pass.";
        }
        if (!Boolean.FALSE.equals(facts.entra().accountEnabled())) {
            return "Somebody enabled it again in Entra. " + Grace.begin(facts, disabled)
                    + ". Disable it first, and let its grace period pass.";
        }
        return waiting(facts, link, disabled, rules, now);
    }

    /**
     * Returns the latest sign of life of a device after it was disabled; null if there is none.
     *
     * @param now from which on times lie in the future and mean nothing
     */
    public static @Nullable Instant signOfLife(DeviceFacts facts, Instant disabled, Instant now) {
        return Grace.signOfLife(facts, IntuneLink.records(facts), disabled, now);
    }

    private static @Nullable String waiting(
            DeviceFacts facts, IntuneLink link, Instant disabled, JudgingRules rules, Instant now) {
        return switch (Grace.of(facts, link, rules, now)) {
            case RUNNING ->
                "Its grace period is not over: it ends on "
                        + Timestamps.words(disabled.plus(
                                rules.gracePeriodFor(Platform.of(facts.entra().operatingSystem()))))
                        + ".";
            case ALIVE -> "Something was heard of it after this portal disabled it.";
            case UNKNOWN ->
                "A time of its last activity is blank, so whether it was silent since is not known. Look at it in Entra and"
                        + " decide there.";
            case OVER -> null;
            case NONE -> throw new IllegalStateException("A disabled device of an ordinary kind has a grace period");
        };
    }
}
