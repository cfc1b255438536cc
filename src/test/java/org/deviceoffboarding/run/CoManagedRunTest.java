package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** What becomes of devices that Configuration Manager manages, beside Intune or alone, from run to run. */
@DemoPortal
class CoManagedRunTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private SuggestionService suggestions;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        portal.run();
    }

    @AfterEach
    void tidyUp() {
        portal.startAfresh();
        portal.run();
    }

    @Test
    void aCoManagedDeviceThatLeavesIntuneIsSuggestedApart() {
        DemoEntraDevice device = portal.device(
                each -> each.state().present() && DemoEntraDevice.CONFIGURATION_MANAGER_APP_ID.equals(each.mdmAppId()));
        DemoManagedDevice record = records(device).getFirst();
        Run before = runs.latestCompleted().orElseThrow();
        assertThat(runs.finding(before.id(), id(device))).isEmpty();
        assertThat(leftOut.get(before.id(), id(device))).isEmpty();
        assertThat(group()).isEmpty();

        portal.population().records().delete(record.id());

        for (int number = 0; number < 2; number++) {
            Run run = portal.run();
            Finding finding = runs.finding(run.id(), id(device)).orElseThrow();
            assertThat(finding.situation()).isEqualTo(Situation.REMOVED_FROM_INTUNE);
            assertThat(finding.kind()).isEqualTo(Kind.CO_MANAGED);
            assertThat(group()).singleElement().satisfies(suggestion -> {
                assertThat(suggestion.title()).isEqualTo("Remove co-managed Windows corporate devices");
                assertThat(suggestion.devices()).isEqualTo(1);
            });
        }

        portal.population().records().reset();
        Run back = portal.run();
        assertThat(runs.finding(back.id(), id(device))).isEmpty();
        assertThat(group()).isEmpty();
    }

    @Test
    void oneThatIntuneNeverHadIsLeftOutByNameAndFlaggedOnceIntuneHadItAndLostIt() {
        DemoEntraDevice device = portal.device(each -> each.state().present()
                && each.kind() == ObjectKind.ORDINARY
                && each.isManaged() == null
                && records(each).isEmpty()
                && each.trustType() != null
                && runs.finding(runs.latestCompleted().orElseThrow().id(), id(each))
                        .isEmpty());
        portal.population().mdms().setMdmAppId(device.number(), DemoEntraDevice.CONFIGURATION_MANAGER_APP_ID);
        assertThat(leftOut(device).detail()).contains("Configuration Manager manages it", "Intune never had a record");

        portal.population().mdms().setMdmAppId(device.number(), "7add3ecd-5b01-452e-b4bf-cdaf9df1d097");
        assertThat(leftOut(device).detail()).contains("Basic Mobility and Security");

        String borrowed = records(portal.device(each -> each.state().present()
                        && each.operatingSystem().equals("IPad")
                        && records(each).size() == 1))
                .getFirst()
                .id();
        portal.population().mdms().setMdmAppId(device.number(), DemoEntraDevice.CONFIGURATION_MANAGER_APP_ID);
        portal.population().records().setDeviceId(borrowed, device.deviceId());
        Run enrolled = portal.run();
        assertThat(leftOut.get(enrolled.id(), id(device))).isEmpty();
        assertThat(runs.finding(enrolled.id(), id(device))).isEmpty();

        portal.population().records().delete(borrowed);
        Run run = portal.run();
        assertThat(runs.finding(run.id(), id(device)).orElseThrow().kind()).isEqualTo(Kind.CO_MANAGED);
    }

    private LeftOutDevice leftOut(DemoEntraDevice device) {
        LeftOutDevice left = leftOut.get(portal.run().id(), id(device)).orElseThrow();
        assertThat(left.reason()).isEqualTo(LeftOutReason.OTHER_MDM);
        return left;
    }

    private List<Suggestion> group() {
        return suggestions.find(SuggestionFilter.NONE, PageRequest.of(0, 100)).stream()
                .filter(suggestion -> suggestion.group() == KindGroup.CO_MANAGED)
                .toList();
    }

    private List<DemoManagedDevice> records(DemoEntraDevice device) {
        return portal.population().managedDevicesOf(device.deviceId());
    }

    private static UUID id(DemoEntraDevice device) {
        return UUID.fromString(device.id());
    }
}
