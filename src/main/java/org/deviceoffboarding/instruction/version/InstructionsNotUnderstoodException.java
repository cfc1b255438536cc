package org.deviceoffboarding.instruction.version;

/** Custom instructions hold a sentence that is not understood: they are not saved, and no run goes by them. */
public class InstructionsNotUnderstoodException extends RuntimeException {

    /**
     * @param happened what did not happen therefore, a sentence
     * @param problem the first sentence that is not understood
     */
    InstructionsNotUnderstoodException(String happened, String problem) {
        super(happened + " " + problem);
    }
}
