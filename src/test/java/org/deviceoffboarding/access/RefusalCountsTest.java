package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.PlatformTransactionManager;

@PortalTest
class RefusalCountsTest {

    /** Another in each test, since nothing is ever taken out of the audit log. */
    private final Actor norman = new Actor("norman-" + UUID.randomUUID(), "Norman");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:30Z"));

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private AccessAudit audit;

    @BeforeEach
    void rememberForGood() {
        TestTransaction.end();
        audit = new AccessAudit(auditLog, new RefusalCounts(clock), transactions);
    }

    @Test
    void theFirstIsAnEntryAtOnceAndTheOthersAreOneMoreAtTheHoursEnd() {
        IntStream.rangeClosed(0, 137).forEach(time -> audit.refusedPage(norman, "settings"));
        audit.storeEnded();
        assertThat(entries()).as("within the hour").containsExactly("Was refused the page /settings");

        clock.forward(Duration.ofHours(1));
        audit.storeEnded();
        audit.storeEnded();

        assertThat(entries())
                .containsExactly(
                        "Was refused the page /settings",
                        "Was refused the page /settings: 137 further refusals since 09:00 UTC");
    }

    @Test
    void eachPersonPathAndReasonHasAFirst() {
        Actor other = new Actor("other-" + norman.id(), "Other");
        audit.refusedPage(norman, "settings");
        audit.refusedPage(norman, "audit");
        audit.refusedPage(other, "settings");
        audit.storeAll();

        assertThat(entries()).containsExactly("Was refused the page /settings", "Was refused the page /audit");
        assertThat(entriesOf(other)).containsExactly("Was refused the page /settings");
    }

    @Test
    void theNextHourBeginsWithAnEntryAtOnceEvenBeforeTheLastOnesAreStored() {
        audit.refusedPage(norman, "settings");
        audit.refusedPage(norman, "settings");
        clock.forward(Duration.ofMinutes(60));
        audit.refusedPage(norman, "settings");
        audit.storeEnded();

        assertThat(entries())
                .containsExactly(
                        "Was refused the page /settings",
                        "Was refused the page /settings",
                        "Was refused the page /settings: 1 further refusal since 09:00 UTC");
    }

    @Test
    void manyPagesOfOnePersonAreToldApartUpToANumberOnly() {
        IntStream.range(0, 150).forEach(page -> audit.refusedPage(norman, "devices/" + page));
        clock.forward(Duration.ofHours(1));
        audit.storeEnded();

        assertThat(entries())
                .hasSize(RefusalCounts.TOLD_APART + 2)
                .contains("Was refused the page /devices/19")
                .doesNotContain("Was refused the page /devices/20")
                .endsWith(
                        "Was refused pages or operations beside those of the last hour: 129 further refusals since 09:00 UTC");
    }

    @Test
    void aStopInGoodOrderStoresWhatWasCounted() {
        audit.refusedPage(norman, "settings");
        audit.refusedPage(norman, "settings");

        new RefusalBeat(audit).stop();

        assertThat(entries()).last().asString().endsWith("/settings: 1 further refusal since 09:00 UTC");
    }

    private List<String> entries() {
        return entriesOf(norman);
    }

    private List<String> entriesOf(Actor actor) {
        return jdbc.sql("select summary from audit_entry where actor_id = :actor order by id")
                .param("actor", actor.id())
                .query(String.class)
                .list();
    }
}
