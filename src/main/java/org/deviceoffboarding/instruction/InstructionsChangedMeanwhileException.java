package org.deviceoffboarding.instruction;

/** Somebody else saved other instructions in the meantime. */
public class InstructionsChangedMeanwhileException extends RuntimeException {

    InstructionsChangedMeanwhileException() {
        super(
                "Nothing was saved: somebody else saved other instructions meanwhile. Copy your text, reload the page to see"
                        + " theirs, and add yours to it.");
    }
}
