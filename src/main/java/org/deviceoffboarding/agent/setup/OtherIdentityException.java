package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.delegation.ConsentRefusedException;

/** Somebody else consented than whose identity was to be renewed: choosing another identity may be what the person wants. */
public class OtherIdentityException extends ConsentRefusedException {

    private OtherIdentityException(String sentences) {
        super(sentences);
    }

    static OtherIdentityException thanOf(String consented, String agent) {
        return new OtherIdentityException("You signed in as " + consented + ", but the agent runs as " + agent
                + ", and renewing keeps that. Nothing was changed. Renew again and pick " + agent
                + ", or choose another identity if the agent is to run as somebody else.");
    }

    static OtherIdentityException thanTheApplication(String consented) {
        return new OtherIdentityException(
                "You signed in as " + consented + ", but the agent runs as "
                        + Agent.APPLICATION
                        + ", which nobody has to renew. Nothing was changed. Choose another identity if the agent is to run as you.");
    }
}
