package org.deviceoffboarding.access.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;

class LogSieveTest {

    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("somebody");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final LogSieve sieve = new LogSieve(clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void start() {
        log.start();
        sieve.setContext(context);
        sieve.addAppender(log);
        sieve.start();
    }

    @Test
    void whatAStrangerSendsOverAndOverIsALineAMinuteWithItsNumber() {
        for (int i = 0; i < 400; i++) {
            say(new RequestRejectedException("forged\nline"));
        }
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .contains("RequestRejectedException", "0 of these")
                    .doesNotContain("forged");
        });

        clock.forward(Duration.ofSeconds(61));
        say(new RequestRejectedException("again"));
        say(new RequestRejectedException("again"));

        assertThat(log.list).hasSize(2);
        assertThat(log.list.getLast().getFormattedMessage()).contains("399 of these");
        clock.forward(Duration.ofSeconds(61));
        say(new RequestRejectedException("again"));
        assertThat(log.list.getLast().getFormattedMessage()).contains("1 of these");
    }

    @Test
    void whatIsThePortalsOwnFaultKeepsItsStackTrace() {
        say(new IllegalStateException("ours"));
        say(new IOException("Connection reset"));
        say(new OAuth2AuthenticationException("invalid_id_token"));

        assertThat(log.list).hasSize(3).allMatch(line -> line.getThrowableProxy() != null);
    }

    @Test
    void aSignInThatWasNeverBegunIsNoFaultOfThePortals() {
        say(new OAuth2AuthenticationException("authorization_request_not_found"));
        say(new IllegalStateException("around it", new RequestTooLargeException(5)));

        assertThat(log.list).hasSize(2).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void whatTheServerSaysOfABusyDatabaseIsALineAndWhatThePortalSaysOfItIsWhole() {
        var busy = new IllegalStateException("around it", new SQLException("canceling statement", "55P03"));
        Logger server = context.getLogger("org.apache.catalina.core.ContainerBase");
        sieve.doAppend(new LoggingEvent("here", server, Level.ERROR, "Servlet.service() threw", busy, null));
        say(busy);

        assertThat(log.list).hasSize(2);
        assertThat(log.list.getFirst().getThrowableProxy()).isNull();
        assertThat(log.list.getFirst().getFormattedMessage())
                .startsWith("A request was not answered, since the database was busy");
        assertThat(log.list.getLast().getThrowableProxy()).isNotNull();
    }

    private void say(Throwable fault) {
        sieve.doAppend(new LoggingEvent("here", logger, Level.ERROR, "Something happened", fault, null));
    }
}
