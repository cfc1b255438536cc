package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run over the demo tenant finds, against what the tenant was made with. */
@DemoPortal
class RunResultTest {

    private static final PageRequest ALL = PageRequest.of(0, 2_000);

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    private Run run;

    @BeforeEach
    void run() {
        portal.startAfresh();
        portal.haveResult();
        run = runs.latestCompleted().orElseThrow();
    }

    @Test
    void twentyThreeDevicesWereRemovedFromIntune() {
        var removed = new FindingFilter("", Situation.REMOVED_FROM_INTUNE, null, null, null);

        assertThat(runs.countFindings(run.id(), removed)).isEqualTo(23);
    }

    @Test
    void everyDeviceIsInTheSituationThatItWasMadeIn() {
        Map<UUID, String> made = made();
        Map<UUID, String> judged = new HashMap<>();
        findings()
                .forEach(finding ->
                        judged.put(finding.objectId(), finding.situation().name()));
        leftOut()
                .forEach(device ->
                        judged.put(device.objectId(), device.situation().name()));

        assertThat(judged).containsAllEntriesOf(made);
        judged.keySet().removeAll(made.keySet());
        assertThat(leftOut().stream().filter(device -> judged.remove(device.objectId()) != null))
                .as("devices that are well, and left out to be on the safe side")
                .extracting(LeftOutDevice::reason)
                .containsOnly(LeftOutReason.LEAVING, LeftOutReason.OTHER_MDM, LeftOutReason.AUTOPILOT_NEVER_DEPLOYED);
        assertThat(judged).as("devices that are well, and flagged").isEmpty();
    }

    @Test
    void theCountsAreThoseOfTheTenant() {
        Map<String, Integer> flaggedOrLeftOut = new HashMap<>();
        made().values().forEach(situation -> flaggedOrLeftOut.merge(situation, 1, Integer::sum));
        Map<String, Integer> expected = new HashMap<>();
        portal.population().expected().forEach((situation, count) -> expected.put(situation.name(), count));
        expected.remove("NONE");

        assertThat(flaggedOrLeftOut).isEqualTo(expected);
        assertThat(run.flagged()).isEqualTo(findings().size());
        assertThat(run.leftOut()).isEqualTo(leftOut().size());
        assertThat(run.progress().entraDevices()).isEqualTo(1_200);
        assertThat(run.progress().managedDevices())
                .isEqualTo(portal.population().managedDevices());
    }

    /** Else it would look through all devices of a run for each of another one. */
    @Test
    void theDatabaseKnowsHowMuchItFound() {
        String plan = jdbc.sql("explain select from finding where run_id = :run")
                .param("run", run.id())
                .query(String.class)
                .list()
                .getFirst();

        Matcher rows = Pattern.compile("rows=(\\d+)").matcher(plan);
        assertThat(rows.find()).isTrue();
        assertThat(Integer.parseInt(rows.group(1)))
                .isBetween(findings().size() / 4, findings().size() * 4);
    }

    @Test
    void whatWasLeftOutIsCountedByReason() {
        Map<LeftOutReason, Long> expected = new EnumMap<>(Map.of(
                LeftOutReason.LEAVING, 6L,
                LeftOutReason.AUTOPILOT_NEVER_DEPLOYED, 5L,
                LeftOutReason.NO_DEVICE_ID, 2L,
                LeftOutReason.OTHER_MDM, 6L,
                LeftOutReason.KIND, 14L));

        assertThat(leftOut.countByReason(run.id())).isEqualTo(expected);
    }

    @Test
    void noDeviceIsBothSuggestedAndLeftOut() {
        assertThat(findings())
                .extracting(Finding::objectId)
                .doesNotContainAnyElementsOf(
                        leftOut().stream().map(LeftOutDevice::objectId).toList());
    }

    @Test
    void whatRestsOnAMissingRecordWasConfirmedByKey() {
        assertThat(findings().stream().filter(finding -> finding.situation().confirmedByKey()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.confirmedAt()).isNotNull());
        assertThat(run.progress().confirmed()).isEqualTo(run.progress().toConfirm());
    }

    @Test
    void aSecondRunFindsTheSame() {
        var before = portal.result();

        Run second = portal.run();

        assertThat(second.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.result()).isEqualTo(before);
    }

    @Test
    void earlierRunsStayReadable() {
        long findings = runs.countFindings(run.id(), FindingFilter.NONE);

        portal.run();

        assertThat(runs.countFindings(run.id(), FindingFilter.NONE)).isEqualTo(findings);
    }

    @Test
    void evidenceNamesWhoRemovedTheDeviceAndHow() {
        assertThat(findings().stream().filter(finding -> finding.situation() == Situation.REMOVED_FROM_INTUNE))
                .allSatisfy(finding -> {
                    assertThat(finding.removedBy()).contains("@");
                    assertThat(finding.evidence().getFirst()).contains(Objects.requireNonNull(finding.removedBy()));
                    assertThat(finding.evidence().getFirst()).containsAnyOf("wiped", "retired", "deleted");
                });
    }

    @Test
    void theAuditLogNamesWhoAskedForTheRunAndItsEnd() {
        Run next = portal.run();

        assertThat(auditLog.find(new AuditFilter("", null, null, null, null), PageRequest.of(0, 3)))
                .extracting(entry -> entry.actor().name(), entry -> entry.action(), entry -> entry.subject())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Portal", "run.completed", "run:" + next.id()),
                        org.assertj.core.groups.Tuple.tuple("Portal", "run.started", "run:" + next.id()),
                        org.assertj.core.groups.Tuple.tuple(
                                DemoRuns.OPERATOR.name(), "run.requested", "run:" + next.id()));
    }

    /** Which devices the tenant put into a situation, by object ID. */
    private Map<UUID, String> made() {
        return IntStream.range(0, portal.population().size())
                .mapToObj(number -> portal.population().entraDevice(number, Instant.MAX))
                .filter(Objects::nonNull)
                .filter(device -> !device.situation().name().equals("NONE"))
                .collect(Collectors.toMap(
                        device -> UUID.fromString(device.id()),
                        device -> device.situation().name()));
    }

    private List<Finding> findings() {
        return runs.findings(run.id(), FindingFilter.NONE, ALL);
    }

    private List<LeftOutDevice> leftOut() {
        return leftOut.find(run.id(), LeftOutFilter.NONE, ALL);
    }
}
