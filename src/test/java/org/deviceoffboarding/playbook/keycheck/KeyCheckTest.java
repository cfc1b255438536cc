package org.deviceoffboarding.playbook.keycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.STATUS;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.THROTTLED;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.graph.Waits;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys read from the demo tenant over real HTTP, by the job queue, with faults. */
@DemoPortal
class KeyCheckTest {

    private static final String KEYS = "/informationProtection/bitlocker/recoveryKeys";
    private static final String PASSWORDS = "/directory/deviceLocalCredentials/*";
    private static final int FOR_EVER = -1;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private KeyCheckService checks;

    @Autowired
    private KeyCheckRepository stored;

    @Autowired
    private KeyCheckJob job;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private DeviceKeyService keys;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private Waits waits;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private Suggestion suggestion;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        portal.faults().forgetRequests();
        jdbc.sql("truncate device_key, key_check").update();
        suggestion = suggestions.top(100).stream()
                .filter(each -> each.platform() == Platform.WINDOWS && each.group() == KindGroup.ORDINARY)
                .max(Comparator.comparing(Suggestion::devices))
                .orElseThrow();
    }

    @Test
    void whatEntraKeepsIsKnownForEveryDevice() {
        KeyCheck ended = check();

        assertThat(ended.status()).isEqualTo(KeyCheckStatus.COMPLETED);
        assertThat(ended.problem()).isNull();
        assertThat(findings()).hasSize(suggestion.devices()).allSatisfy(this::assertAsTheTenantKeepsIt);
        KeySummary summary = checks.summary(suggestion.id());
        assertThat(summary.notChecked() + summary.notKnown()).isZero();
        assertThat(summary.known()).isPositive();
        assertThat(summary.withoutLaps())
                .isEqualTo(findings().stream().filter(this::lacksItsPassword).count());
        assertThat(newestSummary()).isEqualTo(summary.sentence());
    }

    @Test
    void secretsAreNeverAskedForAndDevicesAreAskedFor20AtATime() {
        check();

        assertThat(portal.faults().requests())
                .doesNotContainKey("GET /informationProtection/bitlocker/recoveryKeys/{id}")
                .containsEntry("GET " + KEYS, (long) suggestion.devices());
        assertThat(portal.faults().requests("POST /$batch")).isEqualTo(2L * ((suggestion.devices() + 19) / 20));
        assertThat(jdbc.sql("select string_agg(device_key::text, ' ') from device_key")
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("password");
    }

    @Test
    void aPermissionThatIsMissingIsNamedAndTheOtherKeysAreStillRead() {
        portal.strike(Fault.of(STATUS, KEYS, FOR_EVER).withStatus(403));

        KeyCheck ended = check();

        assertThat(ended.status()).isEqualTo(KeyCheckStatus.COMPLETED);
        assertThat(ended.problem()).contains("BitlockerKey.ReadBasic.All", "Grant", "try again");
        assertThat(known())
                .hasSize(suggestion.devices())
                .allSatisfy(each -> assertThat(each.bitlockerKeys()).isNull())
                .allSatisfy(each -> assertThat(each.laps()).isNotNull())
                .allSatisfy(each -> assertThat(each.problem()).contains("BitlockerKey.ReadBasic.All"));
        assertThat(new RecordedEntries(jdbc).result("keys.read")).isEqualTo("FAILED");
        assertThat(findings())
                .allSatisfy(finding -> assertThat(new RecordedEntries(jdbc).trail(finding.objectId()))
                        .endsWith("keys.read"));
        assertThat(checks.summary(suggestion.id()).withoutBitlocker()).isZero();
        assertThat(checks.summary(suggestion.id()).known()).isZero();
    }

    @Test
    void withoutEitherPermissionTheCheckFailsAndNothingIsClaimed() {
        portal.strike(
                Fault.of(STATUS, KEYS, FOR_EVER).withStatus(403),
                Fault.of(STATUS, PASSWORDS, FOR_EVER).withStatus(403));

        KeyCheck ended = check();

        assertThat(ended.status()).isEqualTo(KeyCheckStatus.FAILED);
        assertThat(ended.problem()).contains("BitlockerKey.ReadBasic.All");
        assertThat(known()).isEmpty();
        assertThat(newestSummary()).startsWith("Could not check keys: Microsoft Graph refused");
        assertThat(new RecordedEntries(jdbc).details("keys.check-failed"))
                .containsEntry("as", "the agent")
                .containsEntry("permission", "BitlockerKey.ReadBasic.All");
    }

    @Test
    void whatIsKnownToLackStandsInTheWayOfACheckOnlyIfNothingIsLeft() {
        lacks("BitlockerKey.ReadBasic.All");
        assertThat(checks.canCheck()).isTrue();
        assertThat(checks.lacking())
                .singleElement()
                .asString()
                .startsWith("It can't be found out whether BitLocker recovery keys are kept: The agent lacks");

        lacks("DeviceLocalCredential.ReadBasic.All");
        assertThat(checks.canCheck()).isFalse();
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.OPERATOR, () -> checks.start(suggestion.id())))
                .withMessageContainingAll("BitlockerKey.ReadBasic.All", "DeviceLocalCredential.ReadBasic.All");

        jdbc.sql("update agent_readiness set works = 'GIVEN', state = 'GIVEN'").update();
        assertThat(check().status()).isEqualTo(KeyCheckStatus.COMPLETED);
    }

    private void lacks(String permission) {
        jdbc.sql("update agent_readiness set works = 'MISSING', state = 'MISSING' where needed = :needed")
                .param("needed", permission)
                .update();
    }

    @Test
    void limitsAreWaitedOut() {
        portal.strike(Fault.of(THROTTLED, KEYS, 30).withRetryAfter(9));

        assertThat(check().status()).isEqualTo(KeyCheckStatus.COMPLETED);

        assertThat(waits.all()).contains(Duration.ofSeconds(9));
        assertThat(findings()).allSatisfy(this::assertAsTheTenantKeepsIt);
    }

    @Test
    void anAnswerThatIsNotClearIsNotKnownForThatDeviceAlone() {
        portal.strike(Fault.of(STATUS, KEYS, 1).withStatus(400));

        assertThat(check().status()).isEqualTo(KeyCheckStatus.COMPLETED);

        assertThat(known())
                .filteredOn(each -> each.bitlockerKeys() == null)
                .singleElement()
                .satisfies(
                        each -> assertThat(each.problem()).contains("no clear answer about its BitLocker keys", "400"));
        assertThat(checks.summary(suggestion.id()).notKnown()).isEqualTo(1);
    }

    @Test
    void aGraphThatIsGoneIsNamed() {
        portal.cutGraph();

        KeyCheck ended = check();

        assertThat(ended.status()).isEqualTo(KeyCheckStatus.FAILED);
        assertThat(ended.problem()).contains("could not be reached", "Check the network");
    }

    @Test
    void aCheckThatWasCutOffGoesOnWithWhatIsLeft() {
        long id = stored.create(suggestion.id(), Instant.now().minusSeconds(60), DemoRuns.OPERATOR)
                .orElseThrow();
        UUID done = findings().getFirst().objectId();
        jdbc.sql("insert into device_key (object_id, bitlocker_keys, laps, checked_at) values (:id, 7, true, now())")
                .param("id", done)
                .update();

        job.execute(id, () -> false);

        assertThat(stored.get(id).orElseThrow().status()).isEqualTo(KeyCheckStatus.COMPLETED);
        assertThat(portal.faults().requests("GET " + KEYS)).isEqualTo(suggestion.devices() - 1);
        assertThat(keys.get(done).orElseThrow().bitlockerKeys()).isEqualTo(7);
    }

    @Test
    void aPortalThatStopsLeavesTheCheckToTheNext() {
        long id =
                stored.create(suggestion.id(), Instant.now(), DemoRuns.OPERATOR).orElseThrow();
        portal.cutGraph();

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> job.execute(id, () -> true));

        assertThat(stored.get(id).orElseThrow().active()).isTrue();
    }

    @Test
    void onlyOneCheckOfASuggestionGoesOn() {
        stored.create(suggestion.id(), Instant.now(), DemoRuns.OPERATOR).orElseThrow();

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.OPERATOR, () -> checks.start(suggestion.id())))
                .withMessageContaining("already");
    }

    @Test
    void withoutAnAgentNothingCanBeChecked() {
        portal.removeAgent();

        assertThatExceptionOfType(AgentMissingException.class)
                .isThrownBy(() -> As.person(DemoRuns.OPERATOR, () -> checks.start(suggestion.id())));
        assertThat(checks.latest(suggestion.id())).isEmpty();
    }

    private void assertAsTheTenantKeepsIt(Finding finding) {
        DemoEntraDevice device = Objects.requireNonNull(
                portal.population().findEntraDevice(IdKind.ENTRA_DEVICE, String.valueOf(finding.deviceId())));
        var recoveryKeys = portal.population().escrow().recoveryKeys(device);
        DeviceKeys known = keys.get(finding.objectId()).orElseThrow();
        assertThat(known.bitlockerKeys()).isEqualTo(recoveryKeys.size());
        assertThat(known.volumeTypes().contains("operatingSystemVolume")).isEqualTo(!recoveryKeys.isEmpty());
        assertThat(known.newestBitlocker() == null).isEqualTo(recoveryKeys.isEmpty());
        assertThat(known.laps()).isEqualTo(portal.population().escrow().localCredential(device) != null);
        assertThat(known.problem()).isNull();
    }

    private boolean lacksItsPassword(Finding finding) {
        return Boolean.FALSE.equals(keys.get(finding.objectId()).orElseThrow().laps())
                && !"Workplace".equals(finding.joinType());
    }

    /** Checks as an operator does, and returns the check once it has ended. */
    private KeyCheck check() {
        var ended = new CompletableFuture<KeyCheck>();
        ApplicationListener<PayloadApplicationEvent<KeyCheckChanged>> follower = PayloadFollower.of(() ->
                stored.newest(suggestion.id()).filter(each -> !each.active()).ifPresent(ended::complete));
        context.addApplicationListener(follower);
        try {
            As.person(DemoRuns.OPERATOR, () -> checks.start(suggestion.id()));
            return ended.get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("The check of keys did not end", e);
        } finally {
            context.removeApplicationListener(follower);
        }
    }

    private List<Finding> findings() {
        return suggestions.devices(suggestion.id(), "", PageRequest.of(0, 10_000));
    }

    private List<DeviceKeys> known() {
        return List.copyOf(
                keys.find(findings().stream().map(Finding::objectId).toList()).values());
    }

    private String newestSummary() {
        return auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst().summary();
    }

    /** A listener without a lambda's erased type, which would be called for every event. */
    private record PayloadFollower(Runnable action)
            implements ApplicationListener<PayloadApplicationEvent<KeyCheckChanged>> {

        static PayloadFollower of(Runnable action) {
            return new PayloadFollower(action);
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<KeyCheckChanged> event) {
            action.run();
        }
    }
}
