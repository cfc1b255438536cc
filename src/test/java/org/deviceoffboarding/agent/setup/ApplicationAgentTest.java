package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.agent.removal.AgentRemovalService;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The agent as the portal's own application: set up, chosen, refused, run and removed, against the demo tenant. */
@DemoPortal
class ApplicationAgentTest {

    private static final Actor OWNER = new Actor("owner-id", "owner@contoso.example");
    private static final String KEYS = "BitlockerKey.ReadBasic.All";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentIdentity identity;

    @Autowired
    private ApplicationTokens application;

    @Autowired
    private ClaimsChallenges challenges;

    @Autowired
    private AgentFeatures features;

    @Autowired
    private ReadinessService readiness;

    @Autowired
    private AgentRemovalService removals;

    @Autowired
    private RunService runs;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void withoutAnAgent() {
        portal.startAfresh();
        portal.removeAgent();
    }

    /** Nobody carries out what only seems to run. */
    @AfterEach
    void endWhatRuns() {
        jdbc.sql("delete from evaluation_run where status = 'RUNNING'").update();
    }

    /** The tests of other classes find an agent of a person. */
    @AfterAll
    static void putRight(@Autowired DemoRuns portal) {
        As.person(OWNER, List.of(Roles.READER, Roles.OPERATOR, Roles.OWNER), () -> {
            portal.startAfresh();
            portal.removeAgent();
            portal.start(portal.consent());
        });
    }

    @Test
    void anOwnerSetsItUpWithoutLendingAnythingAndItRunsAtOnce() {
        long before = runs.count();

        assertThat(start(AgentWish.SET_UP)).isEqualTo("The agent is set up and runs as the portal's application.");

        Agent agent = agent();
        assertThat(agent.kind()).isEqualTo(AgentKind.APPLICATION);
        assertThat(agent.identityId()).isEqualTo(tenant.clientId());
        assertThat(agent.tenantName()).isEqualTo("Contoso Outdoor");
        assertThat(agent.setUpBy()).isEqualTo(OWNER);
        assertThat(agent.scopes())
                .contains("Device.Read.All", KEYS)
                .doesNotContain("User.Read", "Application.Read.All");
        assertThat(newest("agent.set-up")).isEqualTo("Set the agent up with the identity of the portal's application");
        assertThat(runs.count()).isEqualTo(before + 1);
        assertThat(runs.latest().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void whatItReadsIsWhatAPersonReads() {
        portal.start(portal.consent());
        portal.run();
        var asPerson = portal.result();

        start(AgentWish.choose(agent()));
        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.result()).isEqualTo(asPerson);
        assertThat(identity.ofApplication()).isTrue();
    }

    @Test
    void noTokenOfItIsStored() {
        start(AgentWish.SET_UP);
        String token = identity.tokens().get();

        String row =
                jdbc.sql("select agent::text from agent").query(String.class).single();
        assertThat(row).doesNotContain(token);
        assertThat(jdbc.sql("select num_nonnulls(refresh_token, token_salt, key_id) from agent")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void choosingItForgetsThePersonsSignInAndSaysSo() {
        Consent consent = portal.consent();
        portal.start(consent);

        String done = start(AgentWish.choose(agent()));

        assertThat(done)
                .isEqualTo("The agent runs as the portal's application from now on. What the portal kept of"
                        + " owner@contoso.example's sign-in is deleted.");
        assertThat(newest("agent.identity-chosen"))
                .isEqualTo(
                        "Gave the agent another identity: the portal's application in the place of owner@contoso.example");
        switches().revokeRefreshTokens();
        assertThat(identity.tokens().get()).isNotEmpty();
    }

    @Test
    void anotherIdentityLeavesNothingOfTheFormerInMemoryOrInTheDatabase() {
        start(AgentWish.SET_UP);
        String token = identity.tokens().get();

        portal.start(portal.consent());
        TokenOwner person = AgentRepository.owner(agent().identityId());
        challenges.note(person, "{\"access_token\":{}}");
        start(AgentWish.choose(agent()));

        assertThat(challenges.waits(person)).isFalse();
        assertThat(identity.tokens().get()).isNotEqualTo(token);
    }

    @Test
    void renewingKeepsWhatIsHeld() {
        portal.start(portal.consent());
        AccessTokens tokens = identity.tokens();

        portal.start(portal.consent());

        assertThat(identity.tokens()).isSameAs(tokens);
    }

    @Test
    void aPersonCanBeChosenInItsPlaceAgain() {
        start(AgentWish.SET_UP);
        Consent consent = portal.consent();

        String done = As.person(
                DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent), AgentWish.choose(agent())));

        assertThat(done)
                .isEqualTo(
                        "The agent runs as owner@contoso.example from now on, and no longer as the portal's application.");
        assertThat(agent().kind()).isEqualTo(AgentKind.PERSON);
        assertThat(identity.ofApplication()).isFalse();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(readiness.lines()).extracting(ReadinessLine::needed).contains("User.Read", "Security Reader");
    }

    @Test
    void nobodyCanRenewIt() {
        start(AgentWish.SET_UP);
        Agent seen = agent();
        Consent consent = portal.consent();

        assertThatExceptionOfType(OtherIdentityException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent))))
                .withMessageContaining("the agent runs as the portal's application, which nobody has to renew");

        assertThat(agent()).isEqualTo(seen);
    }

    @Test
    void whoFindsThatItIsTheApplicationAlreadyIsToldSo() {
        start(AgentWish.SET_UP);
        Agent seen = agent();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(AgentWish.choose(seen)))
                .withMessageContaining("runs as the portal's application already");
        assertThat(agent()).isEqualTo(seen);
    }

    @Test
    void anAgentThatIsNoLongerWhatTheOwnerSawStaysAsItIs() {
        portal.start(portal.consent());
        AgentWish wish = AgentWish.choose(agent());
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(wish))
                .withMessageContaining("it runs as anna@contoso.example. Nothing was changed");
        assertThat(agent().kind()).isEqualTo(AgentKind.PERSON);
    }

    @Test
    void aRunThatIsUnderWayKeepsItsIdentityAndTheChangeWaitsInBothDirections() {
        portal.start(portal.consent());
        long run = running();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(AgentWish.choose(agent())))
                .withMessage("Run " + run
                        + " is under way, and reads the tenant as owner@contoso.example to its end. Nothing was changed. Choose again"
                        + " when it has ended.");
        assertThat(agent().kind()).isEqualTo(AgentKind.PERSON);

        end(run);
        start(AgentWish.choose(agent()));
        long next = running();
        Consent consent = portal.consent();
        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(
                        DemoRuns.actor(consent),
                        () -> agents.start(DemoRuns.given(consent), AgentWish.choose(agent()))))
                .withMessageStartingWith(
                        "Run " + next + " is under way, and reads the tenant as the portal's application to its end.");
        assertThat(agent().kind()).isEqualTo(AgentKind.APPLICATION);
    }

    @Test
    void withoutAPermissionThatRunsNeedNothingIsSetUpAndItIsNamedAsTheApplications() {
        switches().withdrawFromApp("DeviceManagementManagedDevices.Read.All");

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(AgentWish.SET_UP))
                .withMessageStartingWith(
                        "Microsoft Graph refused DeviceManagementManagedDevices.Read.All to the portal's application.")
                .withMessageContaining("application permissions");
        assertThat(agents.find()).isEmpty();
        assertThat(newest("agent.set-up-refused")).contains("DeviceManagementManagedDevices.Read.All");
    }

    @Test
    void readinessAsksForApplicationPermissionsAndForNoRole() {
        start(AgentWish.SET_UP);

        assertThat(readiness.lines())
                .allSatisfy(line -> {
                    assertThat(line.kind()).startsWith("application permission");
                    assertThat(line.state())
                            .as(line.needed())
                            .isEqualTo(line.optional() ? ReadinessState.MISSING : ReadinessState.GIVEN);
                })
                .extracting(ReadinessLine::needed)
                .doesNotContain("User.Read", "Read Only Operator", "Security Reader");
        assertThat(agents.lacking()).isEmpty();
    }

    @Test
    void whatIsWithdrawnFromItDisablesWhatNeedsItUntilItIsGrantedAgain() {
        start(AgentWish.SET_UP);
        switches().withdrawFromApp(KEYS);

        checkNow();

        assertThat(agents.lacking()).containsExactly(KEYS);
        assertThat(features.lacking(AgentFeature.BITLOCKER_KEYS))
                .hasValueSatisfying(why -> assertThat(why).contains("adds the application permission " + KEYS));
        assertThat(features.lacking(AgentFeature.RUNS)).isEmpty();

        switches().grantToApp(KEYS);
        checkNow();
        assertThat(agents.lacking()).isEmpty();
    }

    @Test
    void aPersonsLeavingAndNinetyDaysDoNotStopIt() {
        start(AgentWish.SET_UP);
        switches().refuse("owner@contoso.example", SignInFault.ACCOUNT_DISABLED);
        jdbc.sql(
                        "update agent set used_at = now() - interval '200 days', set_up_at = now() - interval '300 days', renewed_at = null")
                .update();

        assertThat(agent().usable(clock.instant())).isTrue();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_SECRET_EXPIRED, SECRET_EXPIRED, PORTAL_TENANT_CLIENT_SECRET",
        "CLIENT_SECRET_WRONG, SECRET_WRONG, which is not its ID",
        "CERTIFICATE_REFUSED, CERTIFICATE, the certificate that the portal proves itself with",
        "ASSERTION_OUT_OF_TIME, CLOCK, synchronise with a time server",
        "BLOCKED_BY_CONDITIONAL_ACCESS, CONDITIONAL_ACCESS, lets the portal's application in from where the portal runs",
        "UNHEARD_OF, APP_REFUSED, what it proves itself with",
    })
    void aRefusalIsToldRememberedAndForgottenOnceItIsMended(SignInFault fault, SignInReason reason, String told) {
        start(AgentWish.SET_UP);
        AccessTokens tokens = identity.tokens();
        tokens.drop(tokens.get(), null);
        switches().refuseApp(fault);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll(
                        "The tenant refused the agent's sign-in as the portal's application (" + fault.code() + ")",
                        told);
        assertThat(Objects.requireNonNull(agent().refusal()).refusal().reason()).isEqualTo(reason);
        assertThat(agent().expired()).isFalse();
        assertThat(newest("agent.sign-in-refused")).contains("as the portal's application (" + fault.code());

        switches().acceptApp();
        assertThat(tokens.get()).isNotEmpty();
        assertThat(agent().refusal()).isNull();
    }

    @Test
    void aTokenThatCouldNotBeNotedIsNotKeptSoThatTheNextPutsItRight() {
        List<Instant> noted = new ArrayList<>();
        AccessTokens tokens = application.heardBy(new ApplicationTokens.Listener() {
            @Override
            public void given(Instant at) {
                noted.add(at);
                if (noted.size() == 1) {
                    throw new IllegalStateException("The database is away");
                }
            }

            @Override
            public void refused(SignInRefusal why, Instant at) {
                throw new AssertionError(why);
            }
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(tokens::get);
        String token = tokens.get();

        assertThat(noted).hasSize(2);
        assertThat(tokens.get()).isEqualTo(token);
        assertThat(noted).hasSize(2);
    }

    @Test
    void whatIntuneRefusesItForWantOfALicenceIsTheTenantsMatterSinceNoneIsAssignedToAnApplication() {
        start(AgentWish.SET_UP);
        portal.strike(Fault.of(Fault.Kind.NO_LICENCE, "/deviceManagement/managedDevices", -1));

        Run run = portal.run();

        assertThat(run.failure())
                .contains("for want of a licence", "See that the tenant's has not expired; then try again.")
                .doesNotContain("Assign", "the agent's identity");
    }

    @Test
    void whatGraphRefusesItIsAPermissionAndNobodysRole() {
        start(AgentWish.SET_UP);
        portal.strike(Fault.of(Fault.Kind.STATUS, "/devices", -1).withStatus(403));

        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure())
                .contains("the agent, which is the portal's application", "as an application permission")
                .doesNotContain("directory role");
        assertThat(Objects.requireNonNull(agent().refusal()).refusal().sentences(agent().refused()))
                .startsWith("Microsoft Graph refused the portal's application (403")
                .contains("lacks a permission", "Application permissions");
    }

    @Test
    void removingTheAgentForgetsItAndItsAccessTokenToo() {
        start(AgentWish.SET_UP);
        AccessTokens tokens = identity.tokens();
        String token = tokens.get();
        assertThat(removals.plan().goes())
                .contains("That the agent reads as the portal's application. The portal keeps no sign-in for that.");

        As.person(OWNER, () -> removals.remove(AgentRemovalService.WORD));

        assertThat(agents.find()).isEmpty();
        assertThat(newest("agent.removed")).contains("which had the identity of the portal's application");
        assertThatExceptionOfType(AgentMissingException.class).isThrownBy(tokens::get);
        awaitCleared();
        start(AgentWish.SET_UP);
        assertThat(identity.tokens().get()).isNotEqualTo(token);
    }

    @Test
    void nobodyButAnOwnerMay() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(
                        OWNER,
                        List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.AUDITOR),
                        () -> agents.startAsApplication(AgentWish.SET_UP)));
    }

    private String start(AgentWish wish) {
        return portal.startAsApplication(OWNER, wish);
    }

    private void checkNow() {
        As.person(OWNER, () -> readiness.checkNow());
    }

    private long running() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version)
                values ('RUNNING', 'READ', now(), 'x', 'x', 0, 0) returning id
                """).query(Long.class).single();
    }

    private void end(long run) {
        jdbc.sql("delete from evaluation_run where id = :run").param("run", run).update();
    }

    private void awaitCleared() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select not exists (select from agent_removal where cleared_at is null)")
                        .query(Boolean.class)
                        .single());
    }

    private Agent agent() {
        return agents.find().orElseThrow();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private String newest(String action) {
        List<AuditEntry> entries = auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 1));
        return entries.getFirst().summary();
    }
}
