package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.Test;

class TransitionTablesTest {

    private static final Set<RequestStatus> LEFT = Arrays.stream(RequestTransition.values())
            .flatMap(transition -> transition.from().stream())
            .collect(Collectors.toSet());

    private static final Set<DeviceState> DEVICES_LEAVE = Arrays.stream(DeviceTransition.values())
            .flatMap(transition -> transition.from().stream())
            .collect(Collectors.toSet());

    @Test
    void requestsComeToEveryStatusAndDevicesToEveryState() {
        assertThat(RequestTransition.values()).extracting(RequestTransition::to).contains(RequestStatus.values());
        assertThat(DeviceTransition.values()).extracting(DeviceTransition::to).contains(DeviceState.values());
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        assertThat(LEFT).allMatch(RequestStatus::open);
        assertThat(DEVICES_LEAVE).allMatch(DeviceState::open);
    }

    @Test
    void whatIsOpenLeadsSomewhere() {
        assertThat(RequestStatus.values()).filteredOn(RequestStatus::open).allMatch(LEFT::contains);
        assertThat(DeviceState.values()).filteredOn(DeviceState::open).allMatch(DEVICES_LEAVE::contains);
    }
}
