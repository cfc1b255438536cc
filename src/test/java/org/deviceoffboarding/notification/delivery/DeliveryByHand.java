package org.deviceoffboarding.notification.delivery;

import org.springframework.context.ApplicationContext;

/** Sends what waits, where a test looks by hand. */
public final class DeliveryByHand {

    private DeliveryByHand() {}

    /** Returns once nothing is due any more. */
    public static void round(ApplicationContext portal) {
        portal.getBean(DeliveryRound.class).go(() -> false);
    }
}
