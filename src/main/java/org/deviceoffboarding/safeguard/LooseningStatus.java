package org.deviceoffboarding.safeguard;

/** How a loosening stands. */
public enum LooseningStatus {
    /** It waits for another owner, or for its time. */
    PENDING,
    /** Another owner confirmed it; it holds. */
    CONFIRMED,
    /** Its time came; it holds. */
    TOOK_EFFECT,
    /** An owner took it back. */
    TAKEN_BACK,
    /** An owner proposed something else instead. */
    REPLACED,
    /** What it was proposed for is no longer so. */
    LAPSED
}
