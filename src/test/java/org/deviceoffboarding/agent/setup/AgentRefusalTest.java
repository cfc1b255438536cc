package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** What the agent says and remembers of each of Microsoft's refusals, given by the demo tenant over HTTP; and that it goes once mended. */
@DemoPortal
class AgentRefusalTest {

    private static final String OWNER = "owner@contoso.example";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentIdentity identity;

    @Autowired
    private ClaimsChallenges challenges;

    @Autowired
    private AuditLogService auditLog;

    private Consent consent;

    @BeforeEach
    void withANewConsent() {
        portal.startAfresh();
        consent = portal.consent();
        portal.start(consent);
    }

    @AfterEach
    void acceptAgain() {
        portal.startAfresh();
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
        "BLOCKED_BY_CONDITIONAL_ACCESS, CONDITIONAL_ACCESS, false, sign-in logs",
        "CONSENT_MISSING, CONSENT_MISSING, false, grants admin consent",
        "ADMIN_CONSENT_NEEDED, ADMIN_CONSENT, false, only an administrator may consent",
        "ACCOUNT_DISABLED, ACCOUNT_DISABLED, false, the agent's account is disabled in Entra",
        "NOT_ASSIGNED, NOT_ASSIGNED, false, Users and groups",
    })
    void aRefusalOfTheAccountIsToldRememberedAndForgottenOnceItIsMended(
            SignInFault fault, SignInReason reason, boolean gone, String told) {
        switches().refuse(OWNER, fault);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identity.tokens().get())
                .withMessageContainingAll("The tenant refused the agent's sign-in (" + fault.code() + "): ", told)
                .withMessageNotContaining("0.AXoA");
        assertRemembered(fault, reason, gone);
        assertThat(details(gone ? "agent.identity-expired" : "agent.sign-in-refused"))
                .contains("code=" + fault.code(), reason.label(), "Trace ID: ");

        switches().accept(OWNER);
        if (gone) {
            portal.start(portal.consent());
        }
        assertThat(identity.tokens().get()).isNotEmpty();
        assertThat(agent().refusal()).isNull();
        assertThat(agent().expired()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_SECRET_EXPIRED, SECRET_EXPIRED, PORTAL_TENANT_CLIENT_SECRET",
        "CLIENT_SECRET_WRONG, SECRET_WRONG, which is not its ID",
        "CERTIFICATE_REFUSED, CERTIFICATE, the certificate that the portal proves itself with",
        "ASSERTION_OUT_OF_TIME, CLOCK, synchronise with a time server",
        "APP_UNKNOWN, APP_UNKNOWN, PORTAL_TENANT_CLIENT_ID",
        "TENANT_UNKNOWN, TENANT_UNKNOWN, PORTAL_TENANT_ISSUER_URI",
    })
    void aRefusalOfThePortalIsToldAndLeavesTheIdentityGood(SignInFault fault, SignInReason reason, String told) {
        switches().refuseApp(fault);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identity.tokens().get())
                .withMessageContainingAll(fault.code(), "Whoever runs the portal", told);
        assertRemembered(fault, reason, false);

        switches().acceptApp();
        assertThat(identity.tokens().get()).isNotEmpty();
        assertThat(agent().refusal()).isNull();
    }

    @Test
    void aRunSaysWhyInItsReasonAndItsEntryAndTheNextOneGoesOnceItIsMended() {
        switches().refuse(OWNER, SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS);

        Run failed = portal.run();

        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.failure())
                .contains("AADSTS53003", "a Conditional Access policy blocks it", "then run again.");
        assertThat(details("run.failed")).contains("code=AADSTS53003", "Blocked by a policy", "Trace ID: ");

        switches().accept(OWNER);
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(agent().refusal()).isNull();
    }

    @Test
    void aChallengeOfGraphsThatTheTenantDoesNotMeetIsTheTenantsReason() {
        portal.strike(Fault.of(Fault.Kind.CLAIMS_CHALLENGE, "/devices", -1));
        identity.tokens().get();
        switches().refuse(OWNER, SignInFault.SECOND_FACTOR);

        Run run = portal.run();

        assertThat(run.failure())
                .contains("AADSTS50076", "owner@contoso.example has to renew the agent under Settings, or");
        assertThat(agent().expired()).isTrue();
        TokenOwner whose = AgentRepository.owner(agent().identityId());
        assertThat(challenges.find(whose))
                .as("what Graph asked for, since the tenant did not say what it wants")
                .hasValueSatisfying(claims -> assertThat(claims).contains("\"nbf\""));
        portal.startAfresh();
        portal.start(portal.consent());
        assertThat(challenges.find(whose)).as("once it was renewed").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_INTUNE, NO_INTUNE, the tenant needs Intune, 400 BadRequest",
        "NO_INTUNE_ROLE, ROLE_MISSING, Read Only Operator, 401 Forbidden",
        "NO_LICENCE, LICENCE_MISSING, licence, 403 Forbidden",
    })
    void whatGraphRefusesIsRememberedUntilARunReadsItAll(
            Fault.Kind kind, SignInReason reason, String told, String code) {
        portal.strike(Fault.of(kind, "/deviceManagement/*", -1).onlyOf(OWNER));

        Run failed = portal.run();

        assertThat(failed.failure()).contains(told, code);
        assertThat(Objects.requireNonNull(agent().refusal()).refusal().reason()).isEqualTo(reason);
        assertThat(agent().refusal().refusal().code()).isEqualTo(code);
        assertThat(details("run.failed")).contains(code);
        identity.tokens().drop(identity.tokens().get(), null);
        identity.tokens().get();
        assertThat(agent().refusal()).as("a token says nothing about Graph").isNotNull();

        portal.faults().clear();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(agent().refusal()).isNull();
    }

    @Test
    void aMissingRoleInEntraIsRememberedWithGraphsOwnCode() {
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/devices", -1).withStatus(403).onlyOf(OWNER));

        assertThat(portal.run().failure()).contains("403", "directory role");

        assertThat(Objects.requireNonNull(agent().refusal()).refusal().reason()).isEqualTo(SignInReason.ROLE_MISSING);
        assertThat(agent().refusal().refusal().code()).startsWith("403 ");
    }

    @Test
    void whatStrikesAnotherAccountDoesNotStrikeTheAgents() {
        portal.strike(Fault.of(Fault.Kind.NO_INTUNE, "/deviceManagement/*", -1).onlyOf("reader@contoso.example"));
        switches().refuse("reader@contoso.example", SignInFault.ACCOUNT_DISABLED);

        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void whoTriesAgainAfterItWasMendedNeedsNoRun() {
        portal.strike(Fault.of(Fault.Kind.NO_INTUNE, "/deviceManagement/*", -1));
        portal.run();

        assertThatExceptionOfType(GraphException.class).isThrownBy(this::tryAgain);
        assertThat(agent().refusal()).isNotNull();

        portal.faults().clear();
        tryAgain();
        assertThat(agent().refusal()).isNull();
    }

    @Test
    void whoTriesAgainTooEarlyIsToldTheReasonOfNow() {
        switches().refuse(OWNER, SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS);
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> identity.tokens().get());
        switches().refuse(OWNER, SignInFault.ACCOUNT_DISABLED);

        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(this::tryAgain)
                .withMessageContaining("AADSTS50057");

        assertThat(Objects.requireNonNull(agent().refusal()).refusal().reason())
                .isEqualTo(SignInReason.ACCOUNT_DISABLED);
    }

    @Test
    void aRefusalOfTheTokenBeforeIsNotHeldAgainstTheOneAfterIt() {
        switches().refuse(OWNER, SignInFault.REVOKED);
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> identity.tokens().get());
        switches().accept(OWNER);

        portal.start(portal.consent());

        assertThat(agent().refusal()).isNull();
        assertThat(agent().expired()).isFalse();
    }

    @Test
    void aClockThatIsFarFromMicrosoftsExplainsWhatNothingElseDoes() {
        switches().setClockAhead(Duration.ofMinutes(10));
        switches().refuse(OWNER, SignInFault.UNHEARD_OF);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identity.tokens().get())
                .withMessageContainingAll("AADSTS999999", "too far apart", "The portal's clock shows ");
        assertRemembered(SignInFault.UNHEARD_OF, SignInReason.CLOCK, false);
    }

    @Test
    void aClockThatIsFarFromMicrosoftsDoesNotHideWhatMicrosoftSays() {
        switches().setClockAhead(Duration.ofMinutes(10));
        switches().refuse(OWNER, SignInFault.ACCOUNT_DISABLED);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identity.tokens().get())
                .withMessageContaining("AADSTS50057");
    }

    @Test
    void aRefusalWhileSettingUpIsOnRecordAndLeavesTheAgentAsItWas() {
        Agent before = agent();

        ConsentRefusedException refused = As.person(
                DemoRuns.actor(consent),
                () -> agents.refused(SignInRefusals.ofAuthorization(
                        "access_denied", "AADSTS90094: The grant requires admin permission.")));

        assertThat(refused.reason())
                .contains("The tenant refused the sign-in for the agent (AADSTS90094)", "Nothing was changed.");
        assertThat(details("agent.set-up-refused")).contains("code=AADSTS90094");
        assertThat(agent()).isEqualTo(before);
    }

    private void assertRemembered(SignInFault fault, SignInReason reason, boolean gone) {
        var known = Objects.requireNonNull(agent().refusal());
        assertThat(known.refusal().reason()).isEqualTo(reason);
        assertThat(known.refusal().code()).isEqualTo(fault.code());
        assertThat(known.refusal().said())
                .contains("Trace ID: ", "Correlation ID: ")
                .doesNotContain("0.AXoA");
        assertThat(agent().expired()).isEqualTo(gone);
    }

    private void tryAgain() {
        As.person(DemoRuns.actor(consent), () -> agents.tryAgain());
    }

    private Agent agent() {
        return agents.find().orElseThrow();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private String details(String action) {
        List<AuditEntry> entries = auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 1));
        return entries.getFirst().details().toString();
    }
}
