package org.deviceoffboarding.remediation.execution;

import org.springframework.context.ApplicationContext;

/** Lets the portal look after its requests now, as it does every minute. */
public final class RequestWatchSwitch {

    private RequestWatchSwitch() {}

    public static void look(ApplicationContext context) {
        context.getBean(RequestWatch.class).look();
    }
}
