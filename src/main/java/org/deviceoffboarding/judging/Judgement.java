package org.deviceoffboarding.judging;

import java.util.List;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/** What the {@link Judge} says about one device. */
public sealed interface Judgement {

    /**
     * A situation holds, and no rule speaks against suggesting the device.
     *
     * @param removal the event that explains why Intune has no record; null where none does
     * @param evidence sentences for people, the one that decided first
     */
    record Flagged(
            Situation situation,
            Kind kind,
            LinkState linkState,
            @Nullable RemovalEvent removal,
            List<String> evidence) implements Judgement {

        public Flagged {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A situation holds, and a rule keeps the device from being suggested.
     *
     * @param situation that holds, or would but for the rule
     * @param detail one sentence that says how the rule fits this device
     * @param group the sort of suggestion that it would have belonged to; null where that does not matter
     * @param instruction the title of the instruction that leaves it out; null where another rule does
     */
    record LeftOut(
            LeftOutReason reason,
            Situation situation,
            String detail,
            @Nullable KindGroup group,
            @Nullable String instruction)
            implements Judgement {

        public LeftOut(LeftOutReason reason, Situation situation, String detail) {
            this(reason, situation, detail, null, null);
        }

        /** Returns why a device is left out that Intune, asked by key, does have a record of. */
        public static LeftOut notConfirmed(Situation situation) {
            return new LeftOut(
                    LeftOutReason.NOT_CONFIRMED,
                    situation,
                    "Intune's list did not show it, but asked by its device ID Intune does have a record of it.");
        }
    }

    /** No situation holds. */
    record NotFlagged(LinkState linkState) implements Judgement {}
}
