package org.deviceoffboarding.base.jobs;

import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** Starts and stops the queue of a context that is no whole application. */
public final class JobEngineSwitch {

    private JobEngineSwitch() {}

    public static void start(ApplicationContext context) throws SQLException {
        context.getBean(JobEngine.class).start();
    }

    public static void stop(ApplicationContext context) {
        context.getBean(JobEngine.class).stop();
    }
}
