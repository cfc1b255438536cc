package org.deviceoffboarding.notification;

/** Whether somebody can be sent a mail, as far as can be told now. */
public sealed interface Reach {

    /** @param mail their address */
    record At(Addressee person, String mail) implements Reach {}

    /** @param why they have no address, a sentence */
    record Nowhere(String why) implements Reach {}

    /** @param why it cannot be told now, a sentence or two */
    record Later(String why) implements Reach {}
}
