package org.deviceoffboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.AuditLogUnproved;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit log, which knows nobody, has to tell; and that what webhooks are sent is documented. */
@PortalTest
class LogNoticesTest {

    private static final Instant FOUND = Instant.parse("2026-11-23T11:00:00Z");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ownersAndAuditorsAreToldOnceADayThatItDoesNotVerify() {
        jdbc.sql("delete from notice").update();
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga", Instant.now(), Roles.OWNER);
        people.signIn("aldo", "Aldo", Instant.now(), Roles.AUDITOR);
        people.signIn("ben", "Ben", Instant.now(), Roles.APPROVER);

        events.publishEvent(new AuditLogUnproved(FOUND, "Entry 7 is not as it was sealed."));
        events.publishEvent(new AuditLogUnproved(FOUND.plusSeconds(60), "Entry 7 is not as it was sealed."));
        events.publishEvent(new AuditLogUnproved(FOUND.plus(Duration.ofDays(1)), "Entry 7 is not as it was sealed."));

        assertThat(ToldSentences.to("olga", jdbc))
                .containsExactly(
                        "LOG_UNPROVED: The audit log does not verify. Entry 7 is not as it was sealed.",
                        "LOG_UNPROVED: The audit log does not verify. Entry 7 is not as it was sealed.");
        assertThat(ToldSentences.to("aldo", jdbc)).hasSize(2);
        assertThat(ToldSentences.to("ben", jdbc)).isEmpty();
    }

    @Test
    void eachTypeOfEventIsDocumented() throws Exception {
        String document = Files.readString(Path.of("src/docs/notices.md"));

        assertThat(Stream.of(NoticeKind.values())
                        .map(kind -> "`" + kind.eventType().substring("org.deviceoffboarding.".length()) + "`"))
                .allSatisfy(type -> assertThat(document).contains(type));
    }
}
