package org.deviceoffboarding.audit.lost;

import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a portal know nothing of what owners confirmed, as after a restart. */
public final class ForgottenConfirmations {

    private ForgottenConfirmations() {}

    public static void in(ApplicationContext application) {
        KnownConfirmations known = application.getBean(KnownConfirmations.class);
        ReflectionTestUtils.setField(known, "found", null);
        ReflectionTestUtils.setField(known, "last", null);
    }
}
