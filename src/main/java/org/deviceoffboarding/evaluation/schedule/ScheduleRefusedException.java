package org.deviceoffboarding.evaluation.schedule;

/** What was entered is no schedule. */
public class ScheduleRefusedException extends RuntimeException {

    private final String field;
    private final String reason;

    /**
     * @param field which part of a {@link ScheduleDraft} it is about, by its name there
     * @param reason what is wrong, a sentence for people
     */
    ScheduleRefusedException(String field, String reason) {
        super(reason);
        this.field = field;
        this.reason = reason;
    }

    /** Returns which part of a {@link ScheduleDraft} it is about, by its name there. */
    public String field() {
        return field;
    }

    /** Returns what is wrong, for people. */
    public String reason() {
        return reason;
    }
}
