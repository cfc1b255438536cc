package org.deviceoffboarding.exception.register;

/** An exception cannot be made or lifted as asked; nothing was changed. */
public class ExceptionRefusedException extends RuntimeException {

    ExceptionRefusedException(String sentence) {
        super(sentence);
    }

    /** Returns what is wrong and what to do, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
