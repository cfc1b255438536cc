package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.StaticApplicationContext;

/** What people read of a start that does not come to its end, and what the log keeps of it. */
class UnfinishedStartTest {

    private static final SQLException GONE = new SQLException("FATAL: terminating connection", "57P01");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final UnfinishedStart start =
            new UnfinishedStart(new PrintStream(out, true, StandardCharsets.UTF_8), stopping::get);
    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger log = logs.getLogger("a part of the portal");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final SpringApplication application = new SpringApplication();
    private final StaticApplicationContext context = new StaticApplicationContext();

    @BeforeEach
    void prepare() {
        logged.start();
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        start.onApplicationEvent(new ApplicationPreparedEvent(application, new String[0], context));
    }

    @AfterEach
    void leaveTheLogAsItWas() {
        end();
        log.setLevel(null);
        logs.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(logged);
    }

    @Test
    void thatItWasStoppedIsSaidOnceAndNothingThatFailsBecauseOfIt() {
        stopping.set(true);

        log.warn("A pool is closed", new IllegalStateException("closed"));
        log.error("Nothing goes on");
        assertThat(start.end()).isFalse();
        start.failed(new IllegalStateException("closed"));
        start.stopped();

        assertThat(said()).isEqualTo(UnfinishedStart.STOPPED + System.lineSeparator());
        assertThat(logged.list).isEmpty();
    }

    @Test
    void whatIsStoppedStartsNoFurtherPart() {
        context.refresh();
        assertThat(context.getBeanFactory().createBean(StringBuilder.class)).isNotNull();
        stopping.set(true);

        assertThatException()
                .isThrownBy(() -> context.getBeanFactory().createBean(StringBuilder.class))
                .withRootCauseInstanceOf(StartupException.class);

        end();
        assertThat(context.getBeanFactory().createBean(StringBuilder.class)).isNotNull();
    }

    @Test
    void thatTheDatabaseWentAwayIsSaidOnceWithoutAStackTrace() {
        log.error("A pool has no connection", new IllegalStateException(GONE));
        log.warn("Something else", new IllegalStateException("else"));
        start.failed(new IllegalStateException("bean", GONE));
        start.stopped();

        assertThat(said()).startsWith("The database went away while the portal was starting (FATAL: terminating");
        assertThat(said().lines()).hasSize(1);
        assertThat(logged.list)
                .filteredOn(event -> event.getThrowableProxy() != null)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Something else");
    }

    @Test
    void whereTheLogIsSetToDebugAllIsThere() {
        log.setLevel(Level.DEBUG);
        stopping.set(true);

        log.error("A pool has no connection", new IllegalStateException(GONE));

        assertThat(logged.list).hasSize(1);
    }

    @Test
    void onceItHasStartedNothingIsKeptOutOfTheLogNorSaid() {
        end();
        stopping.set(true);
        assertThat(start.end()).isTrue();
        start.failed(new IllegalStateException(GONE));

        log.error("A pool has no connection", new IllegalStateException(GONE));
        start.stopped();

        assertThat(logged.list).hasSize(1);
        assertThat(said()).isEmpty();
    }

    private void end() {
        stopping.set(false);
        assertThat(start.end()).isTrue();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
