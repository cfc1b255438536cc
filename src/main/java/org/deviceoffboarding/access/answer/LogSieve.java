package org.deviceoffboarding.access.answer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.base.database.PassingFaults;
import org.slf4j.LoggerFactory;

/**
 * Stands between the loggers and the log. What {@link ClientMistakes} knows becomes a line without a stack trace or anything of
 * the request in it: one of each kind in a minute, the others counted. Else a stranger could fill the log. So does what everything
 * says of a database that is away.
 */
final class LogSieve extends AppenderBase<ILoggingEvent> implements AppenderAttachable<ILoggingEvent> {

    static final String NAME = "client-mistakes";

    /** What it says of a request that nobody else caught. */
    private static final String SERVER = "org.apache.catalina.";

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final AppenderAttachableImpl<ILoggingEvent> log = new AppenderAttachableImpl<>();
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final Clock clock;

    /** The last line of a kind: how many since are not told, and, where it is to be written now, how many before were not. */
    private record Said(Instant at, long unsaid, boolean now, long before) {}

    LogSieve(Clock clock) {
        this.clock = clock;
        setName(NAME);
    }

    /** Puts one before everything that the root logger writes to, unless one is there. */
    static void install(Clock clock) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) != null) {
            return;
        }
        LogSieve sieve = new LogSieve(clock);
        sieve.setContext(context);
        root.iteratorForAppenders().forEachRemaining(sieve::addAppender);
        sieve.start();
        root.addAppender(sieve);
        sieve.iteratorForAppenders().forEachRemaining(root::detachAppender);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String kind =
                event.getThrowableProxy() instanceof ThrowableProxy fault ? kind(fault.getThrowable(), event) : "";
        if (!kind.isEmpty()) {
            Said last = said.merge(kind, new Said(clock.instant(), 0, true, 0), LogSieve::next);
            if (last.now()) {
                log.appendLoopOnAppenders(line(kind, last.before(), event));
            }
        } else {
            log.appendLoopOnAppenders(event);
        }
    }

    /** Of what is told in a line: empty where it is to be told whole. */
    private static String kind(Throwable fault, ILoggingEvent event) {
        if (ClientMistakes.isOne(fault)) {
            return "A request could not be read, or was left: "
                    + fault.getClass().getSimpleName();
        }
        if (PassingFaults.areOfConnection(fault)) {
            return "The database can't be reached";
        }
        return event.getLoggerName().startsWith(SERVER) && PassingFaults.arePassing(fault)
                ? "A request was not answered, since the database was busy with what somebody else does"
                : "";
    }

    private static Said next(Said last, Said now) {
        return last.at().plus(QUIET).isAfter(now.at())
                ? new Said(last.at(), last.unsaid() + 1, false, 0)
                : new Said(now.at(), 0, true, last.unsaid());
    }

    private static LoggingEvent line(String kind, long unsaid, ILoggingEvent event) {
        Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(LogSieve.class);
        return new LoggingEvent(
                LogSieve.class.getName(),
                logger,
                event.getLevel().isGreaterOrEqual(Level.WARN) ? Level.WARN : event.getLevel(),
                "{}; {} of these were not told since the last",
                null,
                new Object[] {kind, unsaid});
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        log.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return log.iteratorForAppenders();
    }

    @Override
    public Appender<ILoggingEvent> getAppender(String name) {
        return log.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return log.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        log.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return log.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return log.detachAppender(name);
    }

    @Override
    public void stop() {
        super.stop();
        log.detachAndStopAllAppenders();
    }
}
