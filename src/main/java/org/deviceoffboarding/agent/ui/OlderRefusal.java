package org.deviceoffboarding.agent.ui;

import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.proof.ProofState;
import org.deviceoffboarding.signin.KnownRefusal;
import org.deviceoffboarding.signin.SignInCure;

/** Whether what Microsoft said of the agent is still what is the matter. */
final class OlderRefusal {

    private OlderRefusal() {}

    /**
     * Returns whether a refusal is still to be told. What Microsoft did not accept of the portal's proof is no longer so where there is
     * none now: what is the matter with that is told instead.
     */
    static boolean counts(Agent agent, ProofState proof) {
        KnownRefusal known = agent.refusal();
        boolean cannotAsk = !proof.problem().isEmpty() && !proof.usedMeanwhile();
        return known != null
                && !(cannotAsk
                        && known.refusal().reason().cure() == SignInCure.IN_PORTAL
                        && !known.refusal().reason().isOfPortal());
    }
}
