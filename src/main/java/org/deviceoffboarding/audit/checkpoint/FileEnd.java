package org.deviceoffboarding.audit.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * Up to where a file of checkpoints goes.
 *
 * @param newest its last whole checkpoint; null where there is none
 * @param length of the file up to there, in bytes: a file that is only added to never gets shorter
 */
public record FileEnd(@Nullable SignedCheckpoint newest, long length) {

    /** Where nothing is. */
    public static final FileEnd NONE = new FileEnd(null, 0);
}
