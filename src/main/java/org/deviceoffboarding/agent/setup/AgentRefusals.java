package org.deviceoffboarding.agent.setup;

import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.delegation.RefusalWording;
import org.deviceoffboarding.signin.RefusedIdentity;

/** What people are told where the agent's identity gives no access token. */
class AgentRefusals implements RefusalWording {

    static final String UNREADABLE =
            "What the portal keeps of the agent's sign-in can't be read: PORTAL_SECRET_KEY is not the key that it was stored"
                    + " with, or it was changed in the database. Start the portal with the key it had before; or whoever"
                    + " lent the identity renews the agent under Settings.";

    private final Supplier<Optional<String>> lender;

    /** @param lender gives the name of whose identity it is */
    AgentRefusals(Supplier<Optional<String>> lender) {
        this.lender = lender;
    }

    /** @param identity the name of whose identity it was */
    static String unused(String identity) {
        return "The agent's identity, " + identity + ", has expired: no run used it for "
                + Agent.IDENTITY_LIFETIME.toDays() + " days. " + identity
                + " has to renew the agent under Settings, or an owner gives it another identity there.";
    }

    @Override
    public RefusedIdentity whose() {
        return lender.get().map(RefusedIdentity::agentOf).orElse(RefusedIdentity.AGENT);
    }

    @Override
    public String unreadable() {
        return UNREADABLE;
    }

    @Override
    public String unusableAnswer(String code) {
        return "The tenant's sign-in service gave no usable answer (" + code
                + ") when the agent asked for an access token. Start the run again later.";
    }

    @Override
    public String noAnswer() {
        return "The tenant's sign-in service did not answer when the agent asked for an access token. Check the network and start the run again.";
    }
}
