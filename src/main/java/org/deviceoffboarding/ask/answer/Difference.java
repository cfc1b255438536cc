package org.deviceoffboarding.ask.answer;

/** What is known of two devices; a value is empty where it is not known. */
public record Difference(String label, String one, String other) {

    /** Returns whether they differ in it. */
    public boolean differs() {
        return !one.equals(other);
    }
}
