package org.deviceoffboarding.notification.delivery;

/**
 * What became of a parcel.
 *
 * @param sent whether it was sent; else it never will be
 * @param outcome a sentence for people: who took it, or why it is not sent
 */
public record Carried(boolean sent, String outcome) {

    /** Returns that it was taken. */
    public static Carried sent(String outcome) {
        return new Carried(true, outcome);
    }

    /** Returns that it is not to be sent any more. */
    public static Carried notSent(String why) {
        return new Carried(false, why);
    }
}
