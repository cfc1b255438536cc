package org.deviceoffboarding.instruction.version;

/** Custom instructions name something that no run could read: they are not saved. */
public class InstructionsUnreadableException extends RuntimeException {

    InstructionsUnreadableException(String sentences) {
        super(sentences);
    }
}
