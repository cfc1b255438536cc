package org.deviceoffboarding.agent;

/** Keeps the agent while something is begun that needs it. Asks for no role. */
public interface AgentHold {

    /**
     * Lets nobody remove the agent, nor give it another identity, until the end of the caller's transaction: whoever wants to
     * finds what was begun in it. Before anything else in that transaction; others who only begin something do not wait.
     *
     * @throws AgentMissingException if no agent is set up; the transaction can go on
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    void hold();
}
