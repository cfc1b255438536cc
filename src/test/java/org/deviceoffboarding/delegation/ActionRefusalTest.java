package org.deviceoffboarding.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.signin.SignInReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of each of Microsoft's refusals of somebody who signed in for actions, given by the demo tenant over HTTP. */
@DemoPortal
class ActionRefusalTest {

    private static final String APPROVER = "approver@contoso.example";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ActionIdentityService service;

    @Autowired
    private ActionIdentities identities;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private ClaimsChallenges challenges;

    @Autowired
    private JdbcClient jdbc;

    private ActionSignInPerson approver;

    @BeforeEach
    void withTheApproversIdentityOnly() {
        portal.startAfresh();
        jdbc.sql("delete from action_identity").update();
        lend();
    }

    @AfterEach
    void acceptAgain() {
        portal.startAfresh();
        jdbc.sql("delete from action_identity").update();
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, EXPIRED, true, has expired",
        "REVOKED, REVOKED, true, revoked",
        "SECOND_FACTOR, SECOND_FACTOR, true, second factor",
        "SECOND_FACTOR_TO_REGISTER, SECOND_FACTOR, true, second factor",
        "CLAIMS_CHALLENGE, INTERACTION, true, only a new sign-in gives",
        "SECOND_FACTOR_CHALLENGE, SECOND_FACTOR, true, second factor",
        "UNHEARD_OF, NO_LONGER_ACCEPTED, true, Something new was asked of …",
        "BLOCKED_BY_CONDITIONAL_ACCESS, CONDITIONAL_ACCESS, false, lets the account approver@contoso.example in",
        "CONSENT_MISSING, CONSENT_MISSING, false, grants admin consent",
        "ADMIN_CONSENT_NEEDED, ADMIN_CONSENT, false, only an administrator may consent",
        "ACCOUNT_DISABLED, ACCOUNT_DISABLED, false, the account approver@contoso.example is disabled",
        "NOT_ASSIGNED, NOT_ASSIGNED, false, Users and groups",
    })
    void aRefusalOfTheAccountIsToldRememberedAndForgottenOnceItIsMended(
            SignInFault fault, SignInReason reason, boolean gone, String told) {
        switches().refuse(APPROVER, fault);

        assertRefused(fault, told);
        assertRefused(fault, told);
        assertRemembered(fault, reason, gone);
        assertThat(details(gone ? "identity.expired" : "identity.held"))
                .contains("code=" + fault.code(), reason.label(), "Trace ID: ")
                .doesNotContain("0.AXoA");
        assertThat(identities.present(approver.actor().id())).isEqualTo(!gone);
        assertThat(identities.lost(approver.actor().id())).isTrue();

        switches().accept(APPROVER);
        if (gone) {
            assertRefused(fault, told);
            lend();
        }
        assertThat(identities.tokens(approver.actor().id()).get()).isNotEmpty();
        assertThat(identity().refusal()).isNull();
        assertThat(identity().expired()).isFalse();
        assertThat(identities.lost(approver.actor().id())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_SECRET_EXPIRED, SECRET_EXPIRED",
        "CLIENT_SECRET_WRONG, SECRET_WRONG",
        "CERTIFICATE_REFUSED, CERTIFICATE",
        "ASSERTION_OUT_OF_TIME, CLOCK",
        "APP_UNKNOWN, APP_UNKNOWN",
        "TENANT_UNKNOWN, TENANT_UNKNOWN",
    })
    void aRefusalOfThePortalIsToldAndNobodyHasToSignInAgain(SignInFault fault, SignInReason reason) {
        switches().refuseApp(fault);

        assertRefused(fault, "Whoever runs the portal");
        assertRemembered(fault, reason, false);

        switches().acceptApp();
        assertThat(identities.tokens(approver.actor().id()).get()).isNotEmpty();
        assertThat(identity().refusal()).isNull();
    }

    @Test
    void whatTheTenantAsksForIsKeptForThePersonsNextSignInUnlessItAcceptsThemAsTheyAre() {
        TokenOwner whose = new TokenOwner("actions", approver.actor().id());
        switches().refuse(APPROVER, SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS);
        assertRefused(SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS, "sign-in logs");
        assertThat(challenges.waits(whose)).isTrue();
        switches().accept(APPROVER);
        identities.tokens(approver.actor().id()).get();
        assertThat(challenges.waits(whose)).isFalse();

        switches().refuse(APPROVER, SignInFault.SECOND_FACTOR_CHALLENGE);
        identities.forgetAccess(approver.actor().id());
        assertRefused(SignInFault.SECOND_FACTOR_CHALLENGE, "second factor");

        assertThat(challenges.find(whose))
                .hasValueSatisfying(claims -> assertThat(claims).contains("capolids"));
        assertThat(challenges.find(whose)).as("until a sign-in was of use").isPresent();
        switches().accept(APPROVER);
        lend();
        assertThat(challenges.find(whose)).isEmpty();
    }

    @Test
    void aReasonIsInTheAuditLogOnceAndAnotherOnceMore() {
        switches().refuse(APPROVER, SignInFault.ACCOUNT_DISABLED);
        long before = entries("identity.held");

        assertRefused(SignInFault.ACCOUNT_DISABLED, "disabled");
        assertRefused(SignInFault.ACCOUNT_DISABLED, "disabled");
        assertThat(entries("identity.held")).isEqualTo(before + 1);

        switches().refuse(APPROVER, SignInFault.NOT_ASSIGNED);
        assertRefused(SignInFault.NOT_ASSIGNED, "not assigned");
        assertThat(entries("identity.held")).isEqualTo(before + 2);
    }

    @Test
    void whoSignsInAgainIsFreeOfTheRefusalOfBefore() {
        switches().refuse(APPROVER, SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS);
        assertRefused(SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS, "sign-in logs");
        switches().accept(APPROVER);

        lend();

        assertThat(identity().refusal()).isNull();
    }

    private void lend() {
        approver = ActionSignInPerson.of(tenant, "approver");
        As.person(approver.actor(), () -> service.lend(approver.consent()));
    }

    private void assertRefused(SignInFault fault, String told) {
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identities.tokens(approver.actor().id()).get())
                .withMessageContainingAll(
                        "The tenant refused the sign-in of " + APPROVER + " for actions (" + fault.code() + "): ", told)
                .withMessageNotContaining("0.AXoA");
    }

    private void assertRemembered(SignInFault fault, SignInReason reason, boolean gone) {
        var known = Objects.requireNonNull(identity().refusal());
        assertThat(known.refusal().reason()).isEqualTo(reason);
        assertThat(known.refusal().code()).isEqualTo(fault.code());
        assertThat(known.refusal().said()).contains("Correlation ID: ").doesNotContain("0.AXoA");
        assertThat(identity().expired()).isEqualTo(gone);
    }

    private ActionIdentity identity() {
        return As.person(approver.actor(), () -> service.find()).orElseThrow();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private String details(String action) {
        return auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 1))
                .getFirst()
                .details()
                .toString();
    }

    private long entries(String action) {
        return auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 100))
                .size();
    }
}
