package org.deviceoffboarding.remediation.request;

/** Something about a change request was refused. Nothing was changed. */
public final class RequestRefusedException extends RuntimeException {

    /** It is about why it is asked for. */
    public static final String REASON = "reason";

    /** It is about what was noted beside a decision. */
    public static final String NOTE = "note";

    private final String about;

    /** @param reason sentences for people: what was refused, why, and what to do */
    public RequestRefusedException(String reason) {
        this(reason, "");
    }

    /** @param about {@link #REASON} or {@link #NOTE}; empty where it is about nothing that was entered */
    public RequestRefusedException(String reason, String about) {
        super(reason);
        this.about = about;
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }

    /** Returns sentences for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
