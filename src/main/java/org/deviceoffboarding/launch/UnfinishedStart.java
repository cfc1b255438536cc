package org.deviceoffboarding.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.base.database.PassingFaults;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * A start that does not come to its end, since it fails, since somebody stops the portal meanwhile, or since its database goes away: that is
 * said once, in one sentence. What fails because of it, part after part and each with its stack trace, tells nothing more, and is logged
 * only where the log is set to debug.
 */
public final class UnfinishedStart implements ApplicationListener<ApplicationPreparedEvent> {

    static final String STOPPED =
            "The portal was stopped while it was starting. Nothing is lost by that: start it again when you want to.";

    private final PrintStream out;
    private final BooleanSupplier stopping;
    private volatile boolean settled;

    /** @param out where people read why the portal did not start */
    public UnfinishedStart(PrintStream out) {
        this(out, UnfinishedStart::isStopping);
    }

    /** @param stopping whether this process is being ended */
    UnfinishedStart(PrintStream out, BooleanSupplier stopping) {
        this.out = out;
        this.stopping = stopping;
    }

    /** Says from now on that the portal was stopped, where it is before it has started. */
    public UnfinishedStart begin() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("unfinished-start").unstarted(this::stopped));
        return this;
    }

    /** Logs are set up when the application is prepared. */
    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        event.getApplicationContext().getBeanFactory().addBeanPostProcessor(new NoFurther());
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(appender -> appender.addFilter(new WhatFollows()));
        }
    }

    /** Notes that it has come to its end; returns false where it has not, since the portal is being stopped. */
    boolean end() {
        if (isStopped()) {
            return false;
        }
        settled = true;
        return true;
    }

    /** Returns whether it is to come to no end, since the portal is being stopped. */
    private boolean isStopped() {
        return !settled && stopping.getAsBoolean();
    }

    /** Says why the portal did not start, unless it is being stopped: then what fails does so because of that. */
    public void failed(Throwable failure) {
        if (stopping.getAsBoolean()) {
            debug(failure);
            return;
        }
        String sentence = StartupFailure.sentence(failure);
        if (StartupFailure.isSaid(failure)) {
            debug(failure);
            log().info(sentence);
        } else {
            log().debug("The portal did not start", failure);
        }
        say(sentence);
    }

    /** Says why the portal ends, and nothing else afterwards. */
    void say(String sentence) {
        settled = true;
        out.println(sentence);
    }

    void stopped() {
        if (!settled) {
            out.println(STOPPED);
        }
    }

    private static void debug(Throwable failure) {
        LoggerFactory.getLogger(StartupFailure.class).debug("The portal did not start", failure);
    }

    private static org.slf4j.Logger log() {
        return LoggerFactory.getLogger("org.deviceoffboarding.PortalApplication");
    }

    /** Only while a process is being ended it takes no more of these. */
    private static boolean isStopping() {
        try {
            Thread none = new Thread();
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    /** Whoever stops the portal waits until its start has ended: so it ends with the next part. */
    private final class NoFurther implements BeanPostProcessor {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (isStopped()) {
                throw new StartupException(STOPPED);
            }
            return bean;
        }
    }

    private final class WhatFollows extends Filter<ILoggingEvent> {

        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean follows = event.getLevel().isGreaterOrEqual(Level.WARN)
                    && (isStopped() || !settled && isOfDatabase(event))
                    && !isDebugged(event);
            return follows ? FilterReply.DENY : FilterReply.NEUTRAL;
        }

        private static boolean isDebugged(ILoggingEvent event) {
            return LoggerFactory.getLogger(event.getLoggerName()).isDebugEnabled();
        }

        private static boolean isOfDatabase(ILoggingEvent event) {
            return event.getThrowableProxy() instanceof ThrowableProxy thrown
                    && PassingFaults.areOfConnection(thrown.getThrowable());
        }
    }
}
