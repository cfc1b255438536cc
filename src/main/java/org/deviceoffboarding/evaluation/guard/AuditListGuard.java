package org.deviceoffboarding.evaluation.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.deviceoffboarding.inventory.AuditListReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says where the audit list that a run read looks incomplete. That refuses no run: removals that were ever read count for as
 * long as the look-back lasts, so no device comes back by it; only new removals may be missed.
 */
@Component
public class AuditListGuard {

    private static final String NEXT =
            " What was removed since may show as a broken link. Look in the Intune admin center at Tenant administration > Audit"
                    + " logs: where they hold the events, run again; where they do not, ask Microsoft's support.";

    private final InventoryGuardRepository accepted;

    AuditListGuard(InventoryGuardRepository accepted) {
        this.accepted = accepted;
    }

    /**
     * Returns what people should know of a result that goes by this list, and what to do; null where nothing speaks against
     * the list.
     *
     * @param start of the run, which the look-back is counted from
     */
    public @Nullable String caution(AuditListReading now, Duration lookBack, Instant start) {
        if (now.missing() > 0 && now.removals() == 0) {
            return String.format(
                            Locale.ENGLISH,
                            "Intune's audit list %s, though earlier runs read %,d %s of the last %d days from it, %s.",
                            now.events() == 0 ? "came back empty" : "came back without any removal",
                            now.missing(),
                            now.missing() == 1 ? "removal" : "removals",
                            lookBack.toDays(),
                            now.missing() == 1 ? "which still counts" : "which still count")
                    + NEXT;
        }
        if (isShrunk(now)) {
            return String.format(
                            Locale.ENGLISH,
                            "Intune's audit list lacks %,d of the %,d removals of the last %d days that this run and earlier ones"
                                    + " read from it. They still count.",
                            now.missing(),
                            now.missing() + now.removals(),
                            lookBack.toDays())
                    + NEXT;
        }
        return now.events() > 0
                ? null
                : accepted.newestAudited(start.minus(lookBack))
                        .map(before -> String.format(
                                        Locale.ENGLISH,
                                        "Intune's audit list came back empty, after %,d %s in run %d.",
                                        before.events(),
                                        before.events() == 1 ? "event" : "events",
                                        before.runId())
                                + NEXT)
                        .orElse(null);
    }

    /** By more than 20 %, as for the lists of devices. */
    private static boolean isShrunk(AuditListReading now) {
        return 5 * now.missing() > now.missing() + now.removals();
    }
}
