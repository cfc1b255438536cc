package org.deviceoffboarding.evaluation;

/** No run was started: something that it would go by is not as it must be. */
public class RunRefusedException extends RuntimeException {

    /** @param reason sentences for people: what is wrong, and who can put it right where */
    public RunRefusedException(String reason) {
        super(reason);
    }
}
