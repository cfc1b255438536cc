package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.stream.Collectors;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** Setting the agent up and renewing it, with consents that people of the demo tenant really gave. */
@DemoPortal
class AgentSetUpTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private AgentService agents;

    @Autowired
    private RunService runs;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private AgentConsent consents;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void withoutAnAgent() {
        portal.startAfresh();
        portal.removeAgent();
    }

    @Test
    void theAgentHasTheIdentityOfWhoeverConsented() {
        Consent consent = portal.consent();

        portal.start(consent);

        Agent agent = agents.find().orElseThrow();
        assertThat(agent.identityId()).isEqualTo(consent.personId());
        assertThat(agent.identityName()).isEqualTo("owner@contoso.example");
        assertThat(agent.tenantName()).isEqualTo("Contoso Outdoor");
        assertThat(agent.scopes()).contains("Device.Read.All", "DeviceManagementManagedDevices.Read.All");
        assertThat(agent.setUpBy().name()).isEqualTo("owner@contoso.example");
        assertThat(agent.setUpBy().id()).isEqualTo(agent.identityId());
        assertThat(agent.renewedAt()).isNull();
        assertThat(agent.usable(Instant.now())).isTrue();
    }

    @Test
    void theRefreshTokenCannotBeReadInTheDatabase() {
        Consent consent = portal.consent();

        As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent)));

        String row =
                jdbc.sql("select agent::text from agent").query(String.class).single();
        assertThat(row).doesNotContain(consent.refreshToken(), consent.accessToken());
        portal.startAfresh();
    }

    @Test
    void theFirstSetUpIsOnRecordAndStartsTheFirstRun() {
        Run before = runs.latest().orElse(null);

        portal.start(portal.consent());

        assertThat(entries("agent.set-up").getFirst().actor().name()).isEqualTo("owner@contoso.example");
        assertThat(runs.latest().orElseThrow().requestedBy().name()).isEqualTo("owner@contoso.example");
        assertThat(runs.latest()).isNotEqualTo(java.util.Optional.ofNullable(before));
    }

    @Test
    void renewingKeepsWhoSetItUpFirstAndStartsNoRun() {
        portal.start(portal.consent());
        portal.run();
        Agent first = agents.find().orElseThrow();
        assertThat(first.usedAt()).isNotNull();
        long runsBefore = runs.count();

        portal.start(portal.consent());

        Agent renewed = agents.find().orElseThrow();
        assertThat(renewed.setUpAt()).isEqualTo(first.setUpAt());
        assertThat(renewed.setUpBy()).isEqualTo(first.setUpBy());
        assertThat(renewed.usedAt()).as("the last run with the same identity").isEqualTo(first.usedAt());
        assertThat(renewed.renewedAt()).isAfter(first.setUpAt());
        assertThat(renewed.tokenObtainedAt()).isAfter(first.tokenObtainedAt());
        assertThat(latestEntry().action()).isEqualTo("agent.renewed");
        assertThat(runs.count()).isEqualTo(runsBefore);
    }

    @Test
    void renewingKeepsWhoseIdentityItIsWhateverAccountWasPicked() {
        portal.start(portal.consent());
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();
        Agent annas = agents.find().orElseThrow();
        Consent consent = portal.consent();

        assertThatExceptionOfType(OtherIdentityException.class)
                .isThrownBy(() -> start(consent, AgentWish.renew(annas)))
                .withMessageContainingAll(
                        "You signed in as owner@contoso.example, but the agent runs as anna@contoso.example",
                        "choose another identity");

        assertThat(agents.find().orElseThrow()).isEqualTo(annas);
        assertThat(latestEntry().action()).isEqualTo("agent.set-up-refused");
    }

    @Test
    void anotherIdentityIsThatOfWhoChoosesIt() {
        portal.start(portal.consent());
        Agent first = agents.find().orElseThrow();
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();
        Consent consent = portal.consent();

        String done = start(consent, AgentWish.choose(agents.find().orElseThrow()));

        Agent chosen = agents.find().orElseThrow();
        assertThat(chosen.identityName()).isEqualTo("owner@contoso.example");
        assertThat(chosen.setUpAt()).isEqualTo(first.setUpAt());
        assertThat(chosen.usable(Instant.now())).isTrue();
        assertThat(done)
                .contains("runs as owner@contoso.example from now on", "anna@contoso.example's sign-in is deleted");
        assertThat(latestEntry().action()).isEqualTo("agent.identity-chosen");
        assertThat(latestEntry().summary())
                .isEqualTo(
                        "Gave the agent another identity: owner@contoso.example in the place of anna@contoso.example");
    }

    @Test
    void ofTwoWhoChooseTheSecondIsToldThatItIsNoLongerWhatTheySaw() {
        portal.start(portal.consent());
        AgentWish seen = AgentWish.choose(agents.find().orElseThrow());
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();
        Consent consent = portal.consent();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(consent, seen))
                .withMessageContaining(
                        "Somebody gave the agent another identity meanwhile: it runs as anna@contoso.example.");

        assertThat(agents.find().orElseThrow().identityName()).isEqualTo("anna@contoso.example");
    }

    @Test
    void whoRenewsTwiceAtOnceHasTheLaterIdentity() {
        portal.start(portal.consent());
        AgentWish seen = AgentWish.renew(agents.find().orElseThrow());
        Consent one = portal.consent();
        Consent other = portal.consent();

        start(one, seen);
        start(other, seen);

        assertThat(agents.find().orElseThrow().usable(Instant.now())).isTrue();
        assertThat(entries("agent.renewed")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aRunReadsAsOneToItsEnd() {
        portal.start(portal.consent());
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();
        Consent consent = portal.consent();
        long run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version) values ('RUNNING', 'READ', now(), 'x', 'x', 0, 0) returning id
                """).query(Long.class).single();
        try {
            assertThatExceptionOfType(ConsentRefusedException.class)
                    .isThrownBy(
                            () -> start(consent, AgentWish.choose(agents.find().orElseThrow())))
                    .withMessageContaining(
                            "Run " + run + " is under way, and reads the tenant as anna@contoso.example");
        } finally {
            jdbc.sql("delete from evaluation_run where id = :run")
                    .param("run", run)
                    .update();
        }

        start(consent, AgentWish.choose(agents.find().orElseThrow()));
        assertThat(agents.find().orElseThrow().identityName()).isEqualTo("owner@contoso.example");
    }

    @Test
    void anAgentThatWasRemovedMeanwhileIsNotRenewedIntoBeing() {
        portal.start(portal.consent());
        AgentWish seen = AgentWish.renew(agents.find().orElseThrow());
        Consent consent = portal.consent();
        portal.removeAgent();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(consent, seen))
                .withMessageContaining("The agent was removed meanwhile");

        assertThat(agents.find()).isEmpty();
    }

    @Test
    void whoSetsItUpAfterSomebodyElseDidIsTold() {
        portal.start(portal.consent());
        jdbc.sql("update agent set identity_id = 'anna', identity_name = 'anna@contoso.example'")
                .update();
        Consent consent = portal.consent();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> start(consent, AgentWish.SET_UP))
                .withMessageContaining("Somebody set the agent up meanwhile: it runs as anna@contoso.example");
    }

    @Test
    void noConsentIsAskedForAgainWhereNoneIsLacking() {
        assertThat(consents.alwaysAsked()).as("before it is set up").isTrue();
        portal.start(portal.consent());

        assertThat(consents.alwaysAsked()).isFalse();

        jdbc.sql("update agent set scopes = array_remove(scopes, 'BitlockerKey.ReadBasic.All')")
                .update();
        assertThat(consents.alwaysAsked()).as("for what it needs now").isTrue();
    }

    private String start(Consent consent, AgentWish wish) {
        return As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent), wish));
    }

    @Test
    void aConsentOfSomeoneElseIsRefusedByName() {
        Consent consent = portal.consent();
        Actor somebody = new Actor("somebody", "somebody@contoso.example");

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(somebody, () -> agents.start(DemoRuns.given(consent))))
                .withMessage("You are signed in as somebody@contoso.example but owner@contoso.example gave the"
                        + " consent. Start the agent again and pick your own account.");

        assertThat(agents.find()).isEmpty();
        assertThat(latestEntry().action()).isEqualTo("agent.set-up-refused");
        assertThat(latestEntry().actor()).isEqualTo(somebody);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Device.Read.All",
                "DeviceManagementManagedDevices.Read.All",
                "DeviceManagementApps.Read.All",
                "DeviceManagementServiceConfig.Read.All",
            })
    void aPermissionThatWasNotConsentedToIsNamed(String missing) {
        Consent consent = Consent.of(
                tenant,
                "owner",
                "openid profile offline_access "
                        + portal.permissions().stream()
                                .filter(permission -> !permission.equals(missing))
                                .collect(Collectors.joining(" ")));

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent))))
                .withMessageContainingAll("Microsoft Graph refused " + missing, "Grant", "start the agent again");

        assertThat(agents.find()).isEmpty();
        assertThat(latestEntry().summary()).contains(missing);
    }

    @Test
    void anAgentFromBeforeAPermissionWasNeededIsToldToBeRenewed() {
        portal.start(portal.consent());
        assertThat(agents.lacking()).isEmpty();

        jdbc.sql("delete from agent_readiness where needed = 'BitlockerKey.ReadBasic.All'")
                .update(); // an earlier version did not try it
        jdbc.sql("update agent set scopes = array_remove(scopes, 'BitlockerKey.ReadBasic.All')")
                .update();

        assertThat(agents.lacking()).containsExactly("BitlockerKey.ReadBasic.All");
        portal.start(portal.consent());
        assertThat(agents.lacking()).isEmpty();
    }

    @Test
    void aRefusedConsentLeavesTheAgentAsItWas() {
        portal.start(portal.consent());
        Agent before = agents.find().orElseThrow();
        Consent consent = portal.consent();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() ->
                        As.person(new Actor("x", "x@contoso.example"), () -> agents.start(DemoRuns.given(consent))));

        assertThat(agents.find()).contains(before);
    }

    @Test
    void aGraphThatDoesNotAnswerIsTheReasonGiven() {
        Consent consent = portal.consent();
        portal.cutGraph();

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent))))
                .withMessageContainingAll("could not be reached", "Check the network");
    }

    @Test
    void aGraphThatRefusesOneEndpointNamesOnlyItsPermission() {
        Consent consent = portal.consent();
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/deviceManagement/auditEvents", -1).withStatus(403));

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent))))
                .withMessageStartingWith("Microsoft Graph refused DeviceManagementApps.Read.All. Grant");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyAnOwnerSetsTheAgentUp() {
        Consent consent = portal.consent();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(DemoRuns.actor(consent), () -> agents.declined("No")));

        assertThat(agents.find()).isEmpty();
    }

    private AuditEntry latestEntry() {
        return auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();
    }

    private java.util.List<AuditEntry> entries(String action) {
        return auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 5));
    }
}
