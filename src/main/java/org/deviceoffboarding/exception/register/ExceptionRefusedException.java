package org.deviceoffboarding.exception.register;

/** An exception cannot be made or lifted as asked; nothing was changed. */
public class ExceptionRefusedException extends RuntimeException {

    /** It is about what the exception is for. */
    public static final String TARGET = "target";

    /** It is about why it is made or lifted. */
    public static final String REASON = "reason";

    /** It is about its end. */
    public static final String LAST_DAY = "lastDay";

    private final String about;

    ExceptionRefusedException(String sentence) {
        this(sentence, "");
    }

    ExceptionRefusedException(String sentence, String about) {
        super(sentence);
        this.about = about;
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }

    /** Returns what is wrong and what to do, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
