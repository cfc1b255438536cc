package org.deviceoffboarding.remediation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningStatus;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PortalTest
@RecordApplicationEvents
@WithMockUser(
        username = "Ada",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class RemediationRulesServiceTest {

    @Autowired
    private RemediationRulesService rules;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void lowerNumbersHoldAtOnceAndHigherOnesOnceAnotherOwnerConfirmsThem() {
        Loosening proposed = save(new RemediationRules(5, 200, 2_000));

        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(1, 200, 1_000));
        assertThat(proposed.changes())
                .containsExactly(
                        "approval is needed from 5 devices on (was 1)",
                        "24 hours hold at most 2,000 devices to disable or delete (was 1,000)");
        assertThat(cap("day")).as("what the database holds to").isEqualTo(1_000);

        SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(5, 200, 2_000));
        assertThat(cap("day")).isEqualTo(2_000);
    }

    @Test
    void everyVersionIsKeptAndOfEachRuleWhoChangedItLast() {
        rules.save(rules.current(), new RemediationRules(1, 50, 1_000));
        SignedIn.asOwner("Olga", () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));

        assertThat(rules.history(PageRequest.of(0, 9)))
                .extracting(row -> row.saved().version(), row -> row.changes())
                .containsExactly(
                        tuple(2L, List.of("24 hours hold at most 60 devices to disable or delete (was 1,000)")),
                        tuple(1L, List.of("a request holds at most 50 devices (was 500)")),
                        tuple(0L, List.of()));
        assertThat(rules.lastChanges()).containsOnlyKeys(RequestRule.PER_REQUEST, RequestRule.PER_DAY);
        assertThat(Objects.requireNonNull(rules.lastChanges().get(RequestRule.PER_DAY))
                        .by()
                        .name())
                .isEqualTo("Olga");
    }

    @Test
    void whatRulesWouldHaveMeantForRequestsOfAMonthIsCounted() {
        jdbc.sql("truncate change_request cascade").update();
        ARequest.in(jdbc).that(RequestStatus.DONE).store();
        ARequest.in(jdbc).that(RequestStatus.WITHDRAWN).store();
        ARequest.in(jdbc)
                .that(RequestStatus.REJECTED)
                .askedAt(Instant.now().minus(Duration.ofDays(40)))
                .store();

        RequestRulesEffect looser = rules.effect(new RemediationRules(3, 1, 1_000));

        assertThat(looser.lastMonth()).isEqualTo(2);
        assertThat(looser.wouldNotWait())
                .as("both needed approval and hold two devices")
                .isEqualTo(2);
        assertThat(looser.tooLarge()).isEqualTo(2);
        assertThat(looser.wouldWait()).isZero();
        assertThat(looser.usedOfTheDay()).isEqualTo(2);
        assertThat(List.of(looser.waiting(), looser.underWay())).containsExactly(0L, 0L);
    }

    @Test
    void openPagesAreToldOnceOthersAreInForceAndNotBefore(ApplicationEvents events) {
        Loosening proposed = save(new RemediationRules(5, 500, 1_000));
        assertThat(events.stream(RulesForRequestsChanged.class)).isEmpty();

        SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));
        assertThat(events.stream(RulesForRequestsChanged.class)).hasSize(1);

        rules.save(rules.current(), new RemediationRules(1, 50, 60));
        assertThat(events.stream(RulesForRequestsChanged.class)).hasSize(2);
    }

    @Test
    void whatIsTightenedMeanwhileStaysTight() {
        Loosening proposed = save(new RemediationRules(5, 500, 1_000));
        rules.save(rules.current(), new RemediationRules(1, 50, 60));

        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id())));
        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(1, 50, 60));
    }

    @Test
    void aboveTheCeilingNoTwoOwnersGo() {
        for (RemediationRules wanted : new RemediationRules[] {
            new RemediationRules(101, 500, 1_000),
            new RemediationRules(1, 5_001, 1_000),
            new RemediationRules(1, 500, 5_001)
        }) {
            assertThatExceptionOfType(LooseningRefusedException.class)
                    .isThrownBy(() -> save(wanted))
                    .withMessage(
                            "Approval can be needed from 100 devices on at the latest, a request can hold 5,000 devices, and"
                                    + " 24 hours 5,000: only the portal's configuration can raise these.");
        }
        assertThat(loosenings.pending()).isEmpty();
    }

    @Test
    void whatAnEarlierVersionProposedAndThisOneCannotReadLapses() {
        Loosening proposed = save(new RemediationRules(5, 500, 1_000));
        jdbc.sql("alter table loosening disable trigger loosening_is_fixed").update();
        jdbc.sql("update loosening set proposal = '{\"approvalFrom\": 0}'").update();
        jdbc.sql("alter table loosening enable trigger loosening_is_fixed").update();

        Loosening ended = SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        assertThat(ended.status()).isEqualTo(LooseningStatus.LAPSED);
        assertThat(rules.current().rules()).isEqualTo(RemediationRules.defaults());
    }

    @Test
    void whoSavesFromAnOlderStateIsToldSo() {
        SavedRemediationRules seen = rules.current();
        rules.save(seen, new RemediationRules(1, 50, 60));

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> rules.save(seen, new RemediationRules(5, 500, 1_000)));
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyAnOwnerChangesThem() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> rules.save(rules.current(), new RemediationRules(1, 1, 1)));
    }

    private Loosening save(RemediationRules wanted) {
        return rules.save(rules.current(), wanted).orElseThrow();
    }

    private int cap(String which) {
        return jdbc.sql("select remediation_cap(:which)")
                .param("which", which)
                .query(Integer.class)
                .single();
    }
}
