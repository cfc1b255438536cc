package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.agent.setup.ReadinessState.GIVEN;
import static org.deviceoffboarding.agent.setup.ReadinessState.MISSING;
import static org.deviceoffboarding.agent.setup.ReadinessState.UNKNOWN;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.unit.DemoUnits;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.inventory.Inventories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the agent's identity allows, found out by real calls to the demo tenant, in which it is withdrawn and granted meanwhile. */
@DemoPortal
class ReadinessTest {

    private static final String OWNER = "owner@contoso.example";
    private static final String KEYS = "BitlockerKey.ReadBasic.All";
    private static final String PASSWORDS = "DeviceLocalCredential.ReadBasic.All";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ReadinessService readiness;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentFeatures features;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private Inventories inventories;

    @Autowired
    private JdbcClient jdbc;

    private Consent consent;

    @BeforeEach
    void setUp() {
        portal.startAfresh();
        portal.removeAgent();
        consent = portal.consent();
        portal.start(consent);
    }

    @AfterEach
    void putRight() {
        portal.startAfresh();
        portal.start(portal.consent());
    }

    @Test
    void settingUpTriesEachAndOnlyWhatIsOptionalLacks() {
        assertThat(readiness.lines())
                .allSatisfy(line ->
                        assertThat(line.state()).as(line.needed()).isEqualTo(line.optional() ? MISSING : GIVEN));
        assertThat(readiness.lines())
                .extracting(ReadinessLine::needed)
                .contains(
                        "Device.Read.All",
                        "Application.Read.All",
                        "AdministrativeUnit.Read.All",
                        "Read Only Operator",
                        "Security Reader");
        assertThat(readiness.checkedAt()).isPresent();
        assertThat(agents.lacking()).isEmpty();
    }

    @Test
    void theNamesOfUnitsAreOptionalAndComeWithTheRunAfterThePermissionIsGranted() {
        String units = "AdministrativeUnit.Read.All";
        UUID device = UUID.fromString(
                portal.device(DemoEntraDevice::isManagementRestricted).id());
        assertThat(features.lacking(AgentFeature.UNITS))
                .hasValueSatisfying(sentences -> assertThat(sentences).contains("lacks the permission " + units));
        assertThat(agents.lacking()).isEmpty();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(inventories.units(List.of(device)).names(device)).isEmpty();
        assertThat(inventories.units(List.of(device)).unknown()).contains("lacks the permission " + units);

        switches().grant(units);
        checkNow();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);

        assertThat(features.lacking(AgentFeature.UNITS)).isEmpty();
        assertThat(inventories.units(List.of(device)).names(device)).isIn("Control rooms", "Board and executives");

        portal.population()
                .units()
                .put(portal.device(each -> each.id().equals(device.toString())).number(), DemoUnits.BRANCH);
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(inventories.units(List.of(device)).ids())
                .as("it is in none that restricts")
                .isEmpty();
    }

    @Test
    void whatIsWithdrawnIsFoundAndDisablesWhatNeedsItUntilItIsGrantedAgain() {
        switches().withdraw(KEYS);
        checkNow();

        assertThat(line(KEYS).state()).isEqualTo(MISSING);
        assertThat(line(KEYS).lackingFor()).isEqualTo("whether BitLocker recovery keys are kept");
        assertThat(line(KEYS).remedy()).contains("delegated permission " + KEYS, "grants admin consent");
        assertThat(line("Security Reader").state())
                .as("the other call shows it")
                .isEqualTo(GIVEN);
        assertThat(features.lacking(AgentFeature.BITLOCKER_KEYS))
                .hasValueSatisfying(sentences ->
                        assertThat(sentences).contains("lacks the permission " + KEYS, "comes back by itself"));
        assertThat(features.lacking(AgentFeature.LOCAL_PASSWORDS)).isEmpty();
        assertThat(features.lacking(AgentFeature.RUNS)).isEmpty();
        assertThat(agents.lacking()).containsExactly(KEYS);
        assertThat(newest("agent.readiness-changed")).isEqualTo("The agent lacks " + KEYS);

        switches().grant(KEYS);
        checkNow();

        assertThat(line(KEYS).state()).isEqualTo(GIVEN);
        assertThat(features.lacking(AgentFeature.BITLOCKER_KEYS)).isEmpty();
        assertThat(newest("agent.readiness-changed")).isEqualTo("The agent has again " + KEYS);
    }

    @Test
    void aRoleThatEndedIsToldApartFromAPermission() {
        switches().endDirectoryRoles(OWNER);
        checkNow();

        assertThat(line("Security Reader").state()).isEqualTo(MISSING);
        assertThat(line("Security Reader").lackingFor()).contains("BitLocker", "LAPS");
        assertThat(line("Security Reader").remedy()).contains("active and not only eligible");
        assertThat(line(KEYS).state()).isEqualTo(GIVEN);
        assertThat(features.lacking(AgentFeature.LOCAL_PASSWORDS))
                .hasValueSatisfying(sentences ->
                        assertThat(sentences).contains("The agent's account lacks the role Security Reader"));
    }

    @Test
    void intunesRoleIsToldByIntunesWords() {
        portal.strike(Fault.of(Fault.Kind.NO_INTUNE_ROLE, "/deviceManagement/*", -1));
        checkNow();

        assertThat(line("Read Only Operator").state()).isEqualTo(MISSING);
        assertThat(line("Read Only Operator").lackingFor()).isEqualTo("runs");
        assertThat(line("DeviceManagementApps.Read.All").state()).isEqualTo(GIVEN);
        assertThat(features.lacking(AgentFeature.RUNS)).isPresent();
    }

    @Test
    void whatIsThrottledOrAwayIsNotKnownAndDisablesNothing() {
        portal.strike(
                Fault.of(Fault.Kind.THROTTLED, "/informationProtection/*", -1).withRetryAfter(60));
        portal.strike(Fault.of(Fault.Kind.STATUS, "/directory/deviceLocalCredentials*", -1)
                .withStatus(500));
        checkNow();

        assertThat(line(KEYS).state()).isEqualTo(UNKNOWN);
        assertThat(line(KEYS).said()).contains("had no time");
        assertThat(line(PASSWORDS).state()).isEqualTo(UNKNOWN);
        assertThat(line("Security Reader").state()).isEqualTo(UNKNOWN);
        assertThat(features.lacking(AgentFeature.BITLOCKER_KEYS)).isEmpty();
    }

    @Test
    void anOutageLosesNothingAndHidesNothing() {
        checkNow();
        long before = entries();
        switches().setAway(true);
        checkNow();
        switches().setAway(false);
        checkNow();
        assertThat(entries()).as("it was there all the time").isEqualTo(before);

        switches().withdraw(KEYS);
        checkNow();
        assertThat(newest("agent.readiness-changed")).isEqualTo("The agent lacks " + KEYS);
        switches().setAway(true);
        checkNow();
        switches().setAway(false);
        switches().grant(KEYS);
        checkNow();

        assertThat(newest("agent.readiness-changed")).isEqualTo("The agent has again " + KEYS);
        assertThat(entries()).isEqualTo(before + 2);
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry where action = 'agent.readiness-changed'")
                .query(Long.class)
                .single();
    }

    @Test
    void withoutATokenNothingIsKnown() {
        switches().setAway(true);
        checkNow();

        assertThat(readiness.lines()).extracting(ReadinessLine::state).containsOnly(UNKNOWN);
        assertThat(features.lacking(AgentFeature.RUNS)).isEmpty();
    }

    @Test
    void whatIsWithdrawnBetweenACheckAndARunFailsTheRunBeforeItReadsAndIsKnownThen() {
        assertThat(features.lacking(AgentFeature.RUNS)).isEmpty();
        portal.faults().forgetRequests();
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/deviceManagement/auditEvents", -1).withStatus(403));

        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure()).contains("removal events", "DeviceManagementApps.Read.All");
        assertThat(portal.faults().requests("GET /devices"))
                .as("the one that tries")
                .isEqualTo(1);
        assertThat(features.lacking(AgentFeature.RUNS)).isPresent();

        portal.startAfresh();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(features.lacking(AgentFeature.RUNS))
                .as("found by the run itself")
                .isEmpty();
    }

    @Test
    void anAgentIsSetUpWithoutWhatOnlyOneFeatureNeedsWhichIsThenSaid() {
        portal.removeAgent();
        assertThat(features.lacking(AgentFeature.GROUPS))
                .as("it went with the agent")
                .isEmpty();
        switches().withdraw("GroupMember.Read.All");

        portal.start(portal.consent());

        assertThat(agents.find()).isPresent();
        assertThat(agents.lacking()).containsExactly("GroupMember.Read.All");
        assertThat(features.lacking(AgentFeature.GROUPS)).isPresent();
        assertThat(features.lacking(AgentFeature.PEOPLE)).isEmpty();
    }

    @Test
    void whatSomebodyFoundWhoBeganEarlierReplacesNothing() {
        jdbc.sql(
                        "update agent_readiness set state = 'MISSING', works = 'MISSING', checked_at = checked_at + interval '1 day'"
                                + " where needed = :needed")
                .param("needed", KEYS)
                .update();

        checkNow();

        assertThat(line(KEYS).state()).isEqualTo(MISSING);
    }

    @Test
    void theAddressForAdminConsentIsOfTheTenantAndTheApp() {
        assertThat(readiness.consentAddress()).matches("http.*/adminconsent\\?client_id=[-0-9a-zA-Z]+");
        assertThat(readiness.consentAddress()).doesNotContain("/v2.0");
    }

    @Test
    void onlyAnOwnerChecksNow() {
        As.person(DemoRuns.OPERATOR, List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER), () -> {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> readiness.checkNow());
            assertThat(readiness.lines()).isNotEmpty();
        });
    }

    private void checkNow() {
        As.person(DemoRuns.actor(consent), () -> readiness.checkNow());
    }

    private ReadinessLine line(String needed) {
        return readiness.lines().stream()
                .filter(line -> line.needed().equals(needed))
                .findFirst()
                .orElseThrow();
    }

    private String newest(String action) {
        return auditLog.find(new AuditFilter("", null, action, null, null), PageRequest.of(0, 1))
                .getFirst()
                .summary();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }
}
