package org.deviceoffboarding.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** Lending an identity and taking it back, with consents that people of the demo tenant really gave. */
@DemoPortal
class ActionIdentityServiceTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ActionIdentityService identities;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    private ActionSignInPerson approver;

    @BeforeEach
    void withoutIdentities() {
        portal.startAfresh();
        jdbc.sql("delete from action_identity").update();
        approver = ActionSignInPerson.of(tenant, "approver");
    }

    @Test
    void whatWasLentIsThePersonsOwnAndOnRecord() {
        identities.lend(approver.consent(), approver.actor());

        ActionIdentity lent = identities.find(approver.actor()).orElseThrow();
        assertThat(lent.personName()).isEqualTo("approver@contoso.example");
        assertThat(lent.scopes()).contains("Directory.AccessAsUser.All");
        assertThat(lent.usedAt()).isNull();
        assertThat(lent.expired()).isFalse();
        assertThat(identities.present(approver.actor())).isTrue();
        assertThat(latestEntry().action()).isEqualTo("identity.lent");
        assertThat(latestEntry().actor()).isEqualTo(approver.actor());
    }

    @Test
    void nobodyElseHasIt() {
        identities.lend(approver.consent(), approver.actor());

        assertThat(identities.present(new Actor("someone", "someone@contoso.example")))
                .isFalse();
    }

    @Test
    void noTokenCanBeReadInTheDatabaseOrTheAuditLog() {
        identities.lend(approver.consent(), approver.actor());

        String row = jdbc.sql("select action_identity::text from action_identity")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(approver.refreshToken(), approver.consent().accessToken());
        assertThat(latestEntry().toString())
                .doesNotContain(approver.refreshToken(), approver.consent().accessToken());
        assertThat(approver.consent().toString())
                .contains("Directory.AccessAsUser.All")
                .doesNotContain(approver.refreshToken(), approver.consent().accessToken());
    }

    @Test
    void theIdentityOfSomeoneElseIsRefusedByName() {
        Actor operator = new Actor("operator-id", "operator@contoso.example");

        assertRefused(
                approver.consent(),
                operator,
                "You are signed in as operator@contoso.example but approver@contoso.example signed in for actions.");

        assertThat(identities.present(operator)).isFalse();
        assertThat(identities.present(approver.actor())).isFalse();
    }

    @Test
    void withoutThePermissionForActionsItIsNamed() {
        ActionSignInPerson without =
                ActionSignInPerson.of(tenant, "approver", "openid profile offline_access User.Read");

        assertRefused(without.consent(), approver.actor(), "did not give Directory.AccessAsUser.All", "admin consent");
    }

    @Test
    void aPermissionWithGraphsAddressInFrontIsTheSame() {
        ActionSignInPerson spelledOut = ActionSignInPerson.of(
                tenant,
                "approver",
                "openid profile offline_access User.Read https://graph.microsoft.com/Directory.AccessAsUser.All");

        identities.lend(spelledOut.consent(), spelledOut.actor());

        assertThat(identities.present(approver.actor())).isTrue();
    }

    @Test
    void withoutARefreshTokenTheScopeForItIsNamed() {
        assertRefused(approver.withoutRefreshToken().consent(), approver.actor(), "no refresh token", "offline_access");
    }

    @Test
    void aGraphThatDoesNotAnswerIsTheReasonGiven() {
        portal.cutGraph();

        assertRefused(approver.consent(), approver.actor(), "could not be reached", "Check the network");
    }

    @Test
    void aRefusalLeavesWhatWasLentBeforeAsItIs() {
        identities.lend(approver.consent(), approver.actor());
        ActionIdentity before = identities.find(approver.actor()).orElseThrow();

        assertRefused(ActionSignInPerson.of(tenant, "owner").consent(), approver.actor(), "pick your own account");

        assertThat(identities.find(approver.actor())).contains(before);
    }

    @Test
    void whatWasTakenBackIsGoneAndOnRecordOnce() {
        identities.lend(approver.consent(), approver.actor());

        identities.takeBack(approver.actor());
        identities.takeBack(approver.actor());

        assertThat(identities.find(approver.actor())).isEmpty();
        assertThat(latestEntry().action()).isEqualTo("identity.taken-back");
        assertThat(auditLog.find(AuditFilter.NONE, PageRequest.of(1, 1))
                        .getFirst()
                        .action())
                .isEqualTo("identity.lent");
    }

    @Test
    void takingBackConcernsNobodyElse() {
        ActionSignInPerson owner = ActionSignInPerson.of(tenant, "owner");
        identities.lend(approver.consent(), approver.actor());
        identities.lend(owner.consent(), owner.actor());

        identities.takeBack(approver.actor());

        assertThat(identities.present(approver.actor())).isFalse();
        assertThat(identities.present(owner.actor())).isTrue();
    }

    @Test
    void afterTwelveHoursNothingNewIsBegunWithIt() {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        var lent = new ActionIdentity("id", "amara", List.of(), noon, null, false);

        assertThat(lent.endsAt()).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(lent.usable(lent.endsAt().minusMillis(1))).isTrue();
        assertThat(lent.usable(lent.endsAt())).isFalse();

        identities.lend(approver.consent(), approver.actor());
        jdbc.sql("update action_identity set obtained_at = obtained_at - make_interval(hours => 13)")
                .update();
        assertThat(identities.present(approver.actor())).isFalse();
        assertThat(ActionIdentity.LIFETIME).isEqualTo(Duration.ofHours(12));
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void whoMayNotActLendsNothing() {
        assertDenied(() -> identities.lend(approver.consent(), approver.actor()));
        assertDenied(() -> identities.takeBack(approver.actor()));
        assertDenied(() -> identities.find(approver.actor()));
        assertDenied(() -> identities.present(approver.actor()));
        assertDenied(() -> identities.declined("No", approver.actor()));

        assertThat(jdbc.sql("select count(*) from action_identity")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorMayLend() {
        identities.lend(approver.consent(), approver.actor());

        assertThat(identities.present(approver.actor())).isTrue();
    }

    private void assertRefused(GivenConsent consent, Actor actor, String... words) {
        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> identities.lend(consent, actor))
                .withMessageContainingAll(words)
                .satisfies(refusal -> assertThat(latestEntry())
                        .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::summary)
                        .containsExactly(
                                "identity.refused", actor, "Could not sign in for actions: " + refusal.reason()));
    }

    private static void assertDenied(Runnable call) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call::run);
    }

    private AuditEntry latestEntry() {
        return auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();
    }
}
