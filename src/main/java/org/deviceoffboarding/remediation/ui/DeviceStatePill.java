package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.badge.Badge;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.remediation.request.DeviceState;

/** What became of a device, in a word. */
final class DeviceStatePill {

    private DeviceStatePill() {}

    static Badge of(DeviceState state) {
        return switch (state) {
            case WAITING, DROPPED -> Pill.neutral(state.label());
            case SENT, ACCEPTED -> Pill.progress(state.label());
            case VERIFIED, TAKEN_OVER -> Pill.good(state.label());
            case SKIPPED -> Pill.attention(state.label());
            case NOT_VERIFIED, FAILED -> Pill.bad(state.label());
        };
    }
}
