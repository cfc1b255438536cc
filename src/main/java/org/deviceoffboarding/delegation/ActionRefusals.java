package org.deviceoffboarding.delegation;

import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.signin.RefusedIdentity;

/** What people are told where a person's identity, lent for actions, gives no access token. */
record ActionRefusals(Actor person) implements RefusalWording {

    @Override
    public RefusedIdentity whose() {
        return RefusedIdentity.approver(person.name());
    }

    /** Returns that there is nothing to ask the tenant with: the person took it back, or it was refused before. */
    String signedOut() {
        return person.name() + " is no longer signed in for actions. " + whose().newSignIn();
    }

    @Override
    public String unreadable() {
        return "What the portal keeps of the sign-in for actions of " + person.name()
                + " can't be read: PORTAL_SECRET_KEY is not"
                + " the key that it was stored with, or it was changed in the database. Start the portal with the key it had before,"
                + " or let " + person.name() + " sign in for actions again under Approvals; then it can go on.";
    }

    @Override
    public String unusableAnswer(String code) {
        return "The tenant's sign-in service gave no usable answer (" + code
                + ") when the portal asked for an access token of " + person.name() + ".";
    }

    @Override
    public String noAnswer() {
        return "The tenant's sign-in service did not answer when the portal asked for an access token of "
                + person.name() + ". Check the network.";
    }
}
