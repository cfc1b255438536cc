package org.deviceoffboarding.agent;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a module keeps since there is an agent, and what becomes of it when the agent is removed. Declared as beans, and called in
 * their {@link org.springframework.core.annotation.Order}. Asks for no role.
 */
public interface AgentRemains {

    /** Returns what is under way that needs the agent: it is not removed before that has ended. */
    default List<UnderWay> underWay() {
        return List.of();
    }

    /** Returns what does not go on before a run has read the tenant as another identity, with numbers: each as sentences for people. */
    default List<String> awaitsRun() {
        return List.of();
    }

    /** Returns what would be deleted, with numbers: each as a sentence for people. */
    default List<String> goes() {
        return List.of();
    }

    /** Returns what would stay, with numbers: each as a sentence for people. */
    default List<String> stays() {
        return List.of();
    }

    /**
     * Lets nobody see any more what is deleted, and deletes what is little, in the transaction and in the name of the person who
     * removes the agent.
     */
    default void withdraw() {}

    /**
     * Deletes what is much and what another agent could meet, in short transactions of its own. No agent is set up meanwhile. May
     * be called again, and goes on where it was cut off.
     *
     * @param stopping whether the portal is about to stop
     * @return whether nothing is left
     */
    default boolean clear(BooleanSupplier stopping) {
        return true;
    }

    /**
     * Deletes what is very much and nobody meets, as {@link #clear} does, except that another agent may be set up meanwhile.
     *
     * @return whether nothing is left
     */
    default boolean tidy(BooleanSupplier stopping) {
        return true;
    }
}
