package org.deviceoffboarding.delegation;

/** Something is to be carried out with the identity of a person who has not lent it, or no longer. */
public class ActionIdentityMissingException extends RuntimeException {

    ActionIdentityMissingException() {
        super(
                "Whoever answers for it is not signed in for actions. That person has to sign in for actions under Approvals;"
                        + " then it can go on.");
    }
}
