package org.deviceoffboarding.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything known about one Entra device in one run. */
public record DeviceFacts(
        EntraDevice entra,
        List<ManagedDevice> managed,
        @Nullable AutopilotIdentity autopilot,
        List<RemovalEvent> removals) {}
