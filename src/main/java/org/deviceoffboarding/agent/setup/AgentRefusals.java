package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.delegation.RefusalWording;
import org.deviceoffboarding.signin.RefusedIdentity;

/** What people are told where the agent's identity gives no access token. */
class AgentRefusals implements RefusalWording {

    /** @param identity the name of whose identity it was */
    static String unused(String identity) {
        return "The agent's identity, " + identity + ", has expired: no run used it for "
                + Agent.IDENTITY_LIFETIME.toDays() + " days. An owner has to renew the agent under Settings.";
    }

    @Override
    public RefusedIdentity whose() {
        return RefusedIdentity.AGENT;
    }

    @Override
    public String unreadable() {
        return "What the portal keeps of the agent's sign-in can't be read: PORTAL_SECRET_KEY is not the key that it was stored"
                + " with, or it was changed in the database. Start the portal with the key it had before, or let an owner renew the"
                + " agent under Settings.";
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
