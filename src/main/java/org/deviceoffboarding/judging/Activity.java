package org.deviceoffboarding.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.jspecify.annotations.Nullable;

/**
 * When a device was last heard of.
 *
 * @param signIn Entra's time, which can be up to 19 days behind; null where it is blank
 * @param syncs Intune's time of each record whose time is not blank
 * @param signInSilent whether Entra's time is known and older than the threshold
 * @param syncsSilent whether the time of every record is known and older than the threshold
 */
record Activity(@Nullable Instant signIn, List<Instant> syncs, boolean signInSilent, boolean syncsSilent) {

    /** Without streams: every device of the tenant comes by here. */
    static Activity of(DeviceFacts facts, List<ManagedDevice> records, JudgingRules rules, Instant now) {
        Instant limit = now.minus(rules.silentAfter());
        Instant signIn = Timestamps.known(facts.entra().lastSignIn(), now);
        boolean silent = !records.isEmpty();
        List<Instant> syncs = new ArrayList<>(records.size());
        for (ManagedDevice record : records) {
            Instant sync = Timestamps.known(record.lastSync(), now);
            silent &= Timestamps.isBefore(sync, limit);
            if (sync != null) {
                syncs.add(sync);
            }
        }
        return new Activity(signIn, syncs, Timestamps.isBefore(signIn, limit), silent);
    }

    /** Returns the latest sync of any record, or null where none is known. */
    @Nullable
    Instant lastSync() {
        return syncs.stream().max(Instant::compareTo).orElse(null);
    }
}
