package org.deviceoffboarding.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalApplication;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.TestDemoTenant;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Sends the list to the whole application: what {@code ./portal soak attacks} does to the packaged one, without its weight. */
@SpringBootTest(
        classes = PortalApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.secret-key=a-key-for-tests-only",
            "spring.main.banner-mode=off",
            "vaadin.browserless=true" // else every class of every library is looked through
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestDemoTenant.class})
class AttacksTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private AppenderAttachable<ILoggingEvent> sieve;

    /** Where the console is written from, behind what keeps strangers from filling the log. */
    @BeforeEach
    @SuppressWarnings("unchecked")
    void watchTheLog() {
        log.start();
        sieve = (AppenderAttachable<ILoggingEvent>) ROOT.getAppender("client-mistakes");
        sieve.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        sieve.detachAppender(log);
    }

    @Test
    void attacksHaveTheirAnswersAndNoneAStackTraceInTheLog() {
        URI portal = URI.create("http://localhost:" + port);
        Visit owner = new Visit(portal, "owner");
        owner.signIn();
        Sender sender = new Sender(portal, owner.cookies());

        Map<String, Set<String>> faults = new TreeMap<>();
        for (Attack attack : aFewOfEachKind()) {
            int before = log.list.size();
            Set<String> found = sender.send(attack).faults(attack);
            List.copyOf(log.list).stream()
                    .skip(before)
                    .filter(event -> event.getThrowableProxy() != null)
                    .forEach(event -> found.add("a stack trace in the log: " + event.getLoggerName() + " "
                            + event.getThrowableProxy().getClassName() + " "
                            + event.getThrowableProxy().getMessage()));
            if (!found.isEmpty()) {
                faults.put(attack.name(), found);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(sender.send(new Attack("none", Set.of(200), false, true, "GET /devices"))
                        .status())
                .isEqualTo(200);
    }

    /** Alike ones stand together in the list; all are sent to the packaged portal by {@code ./portal soak attacks}. */
    private static List<Attack> aFewOfEachKind() {
        List<Attack> all = Attack.all();
        return IntStream.range(0, all.size())
                .filter(number -> number % 3 == 0)
                .mapToObj(all::get)
                .toList();
    }
}
