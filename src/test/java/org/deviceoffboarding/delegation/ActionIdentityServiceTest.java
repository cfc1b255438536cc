package org.deviceoffboarding.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.As;
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
        As.person(approver.actor(), () -> identities.lend(approver.consent()));

        ActionIdentity lent =
                As.person(approver.actor(), () -> identities.find()).orElseThrow();
        assertThat(lent.personName()).isEqualTo("approver@contoso.example");
        assertThat(lent.scopes()).contains("Directory.AccessAsUser.All");
        assertThat(lent.usedAt()).isNull();
        assertThat(lent.expired()).isFalse();
        assertThat(As.person(approver.actor(), () -> identities.present())).isTrue();
        assertThat(latestEntry().action()).isEqualTo("identity.lent");
        assertThat(latestEntry().actor()).isEqualTo(approver.actor());
    }

    @Test
    void nobodyElseHasIt() {
        As.person(approver.actor(), () -> identities.lend(approver.consent()));

        assertThat(As.person(new Actor("someone", "someone@contoso.example"), () -> identities.present()))
                .isFalse();
    }

    @Test
    void noTokenCanBeReadInTheDatabaseOrTheAuditLog() {
        As.person(approver.actor(), () -> identities.lend(approver.consent()));

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

        assertThat(As.person(operator, () -> identities.present())).isFalse();
        assertThat(As.person(approver.actor(), () -> identities.present())).isFalse();
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

        As.person(spelledOut.actor(), () -> identities.lend(spelledOut.consent()));

        assertThat(As.person(approver.actor(), () -> identities.present())).isTrue();
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
        As.person(approver.actor(), () -> identities.lend(approver.consent()));
        ActionIdentity before =
                As.person(approver.actor(), () -> identities.find()).orElseThrow();

        assertRefused(ActionSignInPerson.of(tenant, "owner").consent(), approver.actor(), "pick your own account");

        assertThat(As.person(approver.actor(), () -> identities.find())).contains(before);
    }

    @Test
    void whatWasTakenBackIsGoneAndOnRecordOnce() {
        As.person(approver.actor(), () -> identities.lend(approver.consent()));

        As.person(approver.actor(), () -> identities.takeBack());
        As.person(approver.actor(), () -> identities.takeBack());

        assertThat(As.person(approver.actor(), () -> identities.find())).isEmpty();
        assertThat(latestEntry().action()).isEqualTo("identity.taken-back");
        assertThat(auditLog.find(AuditFilter.NONE, PageRequest.of(1, 1))
                        .getFirst()
                        .action())
                .isEqualTo("identity.lent");
    }

    @Test
    void takingBackConcernsNobodyElse() {
        ActionSignInPerson owner = ActionSignInPerson.of(tenant, "owner");
        As.person(approver.actor(), () -> identities.lend(approver.consent()));
        As.person(owner.actor(), () -> identities.lend(owner.consent()));

        As.person(approver.actor(), () -> identities.takeBack());

        assertThat(As.person(approver.actor(), () -> identities.present())).isFalse();
        assertThat(As.person(owner.actor(), () -> identities.present())).isTrue();
    }

    @Test
    void afterTwelveHoursNothingNewIsBegunWithIt() {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        var lent = new ActionIdentity("id", "amara", List.of(), noon, null, false, true, null);

        assertThat(lent.endsAt()).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(lent.usable(lent.endsAt().minusMillis(1))).isTrue();
        assertThat(lent.usable(lent.endsAt())).isFalse();

        As.person(approver.actor(), () -> identities.lend(approver.consent()));
        jdbc.sql("update action_identity set obtained_at = obtained_at - make_interval(hours => 13)")
                .update();
        assertThat(As.person(approver.actor(), () -> identities.present())).isFalse();
        assertThat(ActionIdentity.LIFETIME).isEqualTo(Duration.ofHours(12));
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void whoMayNotActLendsNothing() {
        assertDenied(() -> As.person(approver.actor(), () -> identities.lend(approver.consent())));
        assertDenied(() -> As.person(approver.actor(), () -> identities.takeBack()));
        assertDenied(() -> As.person(approver.actor(), () -> identities.find()));
        assertDenied(() -> As.person(approver.actor(), () -> identities.present()));
        assertDenied(() -> As.person(approver.actor(), () -> identities.declined("No")));

        assertThat(jdbc.sql("select count(*) from action_identity")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorMayLend() {
        As.person(approver.actor(), () -> identities.lend(approver.consent()));

        assertThat(As.person(approver.actor(), () -> identities.present())).isTrue();
    }

    private void assertRefused(GivenConsent consent, Actor actor, String... words) {
        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(actor, () -> identities.lend(consent)))
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
