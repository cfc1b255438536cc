package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.RecordChanges;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.judging.LeftOutReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of devices whose record in Intune goes, or no longer names them, between two runs. */
@DemoPortal
class FormerRecordRunTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    private DemoEntraDevice device;
    private DemoManagedDevice record;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        portal.run();
        Run run = runs.latestCompleted().orElseThrow();
        device = portal.device(each -> each.operatingSystem().equals("IPad")
                && each.state().present()
                && records(each).size() == 1
                && records(each).getFirst().managementState().equals("managed")
                && runs.finding(run.id(), id(each)).isEmpty()
                && leftOut.get(run.id(), id(each)).isEmpty());
        record = records(device).getFirst();
    }

    @AfterEach
    void tidyUp() {
        changes().reset();
        portal.run();
    }

    @Test
    void aSharedIpadThatIsDeletedInIntuneStaysOne() {
        changes().setEnrollmentType(record.id(), "appleBulkWithoutUser");
        portal.run();
        changes().delete(record.id());

        for (int run = 0; run < 2; run++) {
            LeftOutDevice left = leftOut(portal.run());
            assertThat(left.reason()).isEqualTo(LeftOutReason.KIND);
            assertThat(left.detail()).contains("Shared device", "earlier record in Intune");
        }
    }

    @Test
    void aDeviceThatLeftIntuneHasItsSerialNumberAndItsUser() {
        changes().delete(record.id());

        Run run = portal.run();

        Finding finding = runs.finding(run.id(), id(device)).orElseThrow();
        assertThat(finding.serialNumber()).isEqualTo(record.serialNumber());
        assertThat(finding.user())
                .isEqualTo(Objects.requireNonNull(record.owner()).userPrincipalName());
        assertThat(finding.intuneId()).hasToString(record.id());
    }

    @Test
    void aDeviceWhoseRecordLosesItsDeviceIdIsLeftOut() {
        changes().setDeviceId(record.id(), "");

        for (int run = 0; run < 2; run++) {
            LeftOutDevice left = leftOut(portal.run());
            assertThat(left.reason()).isEqualTo(LeftOutReason.RECORD_STILL_THERE);
            assertThat(left.detail())
                    .isEqualTo("Intune still has its record " + record.deviceName() + " (" + record.id()
                            + "), without a device ID.");
        }
    }

    @Test
    void aRecordWithoutADeviceIdThatTheListMissesIsFoundByItsIntuneId() {
        changes().setDeviceId(record.id(), "");
        portal.strike(Fault.of(Fault.Kind.MISSING_ROWS, "/deviceManagement/managedDevices", -1)
                .withIds(List.of(record.id())));

        assertThat(leftOut(portal.run()).reason()).isEqualTo(LeftOutReason.RECORD_STILL_THERE);
    }

    @Test
    void aDeviceWhoseRecordNamesAnotherOneIsJudgedByItselfOnlyWhereEntraHasThat() {
        changes().setDeviceId(record.id(), UUID.randomUUID().toString());
        assertThat(leftOut(portal.run()).reason()).isEqualTo(LeftOutReason.RECORD_STILL_THERE);

        DemoEntraDevice other = portal.device(each -> each.state().present()
                && each.number() != device.number()
                && each.operatingSystem().equals("IPad")
                && records(each).size() == 1);
        changes().setDeviceId(record.id(), other.deviceId());
        Run run = portal.run();

        assertThat(leftOut.get(run.id(), id(device))).isEmpty();
        assertThat(runs.finding(run.id(), id(device)).orElseThrow().evidence())
                .anySatisfy(sentence -> assertThat(sentence).contains("another device's now", other.deviceId()));
    }

    private LeftOutDevice leftOut(Run run) {
        assertThat(runs.finding(run.id(), id(device))).isEmpty();
        return leftOut.get(run.id(), id(device)).orElseThrow();
    }

    private RecordChanges changes() {
        return portal.population().records();
    }

    private List<DemoManagedDevice> records(DemoEntraDevice each) {
        return portal.population().managedDevicesOf(each.deviceId());
    }

    private static UUID id(DemoEntraDevice each) {
        return UUID.fromString(each.id());
    }
}
