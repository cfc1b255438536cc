package org.deviceoffboarding.safeguard;

import java.util.Optional;

/**
 * A setting that protects devices. Declared as a bean by the module whose setting it is, which tightens it at once and lets
 * {@link Loosenings} have what loosens it.
 */
public interface Safeguard {

    /** Returns its name, under which proposals are stored. Never renamed once released. */
    String name();

    /**
     * Returns why a loosening can no longer take effect, as a sentence for people: most of all where something else was saved
     * since it was proposed. Nothing if it can.
     */
    Optional<String> obstacle(Loosening loosening);

    /**
     * Lets a loosening take effect that has no {@linkplain #obstacle obstacle}, in the caller's transaction.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if something else is saved at this moment
     */
    void loosen(LooseningInForce loosening);

    /**
     * Tightens what is in force where the portal's {@link Ceiling} no longer allows it, in the caller's transaction. Called
     * at each start.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if something else is saved at this moment
     */
    default void holdCeiling() {}
}
