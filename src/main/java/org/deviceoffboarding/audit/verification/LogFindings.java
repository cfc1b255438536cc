package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param size how many entries have a number
 * @param proved the newest checkpoint outside that fits; null where none does
 * @param waiting how many entries have no number yet, of which nothing is proved
 * @param oldestWaiting since when the oldest of them waits; null where none does
 * @param misfitCount how many things do not fit
 * @param misfits these, the first entries first; of more than {@link #MISFITS} the first ones and the newest
 * @param remarks what else people should know, such as that the log was restored from a backup
 */
record LogFindings(
        long size,
        @Nullable Claim proved,
        long waiting,
        @Nullable Instant oldestWaiting,
        long misfitCount,
        List<Misfit> misfits,
        List<String> remarks) {

    /** More are not named. */
    static final int MISFITS = 20;
}
