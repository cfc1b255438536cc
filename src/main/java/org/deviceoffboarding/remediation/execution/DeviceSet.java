package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditedDevice;

/**
 * Devices of a request that one entry of the audit log names: all that it is about or, where they are many, some of them, with the
 * others in entries of their own beside it.
 *
 * @param first the place of the first one, counted from 1
 * @param of how many it is about altogether
 */
record DeviceSet(List<AuditedDevice> devices, long first, long of) {

    static final DeviceSet NONE = new DeviceSet(List.of(), 1, 0);

    DeviceSet {
        devices = List.copyOf(devices);
    }

    static DeviceSet whole(List<AuditedDevice> devices) {
        return new DeviceSet(devices, 1, devices.size());
    }

    private boolean isWhole() {
        return devices.size() >= of;
    }

    private long last() {
        return first + devices.size() - 1;
    }

    /** Returns the end of a sentence; empty where these are all. */
    String words() {
        return isWhole() ? "" : String.format(Locale.ENGLISH, " (devices %,d to %,d of %,d)", first, last(), of);
    }

    AuditDetails in(AuditDetails details) {
        return isWhole()
                ? details
                : details.with(
                        "part",
                        AuditDetails.NONE
                                .with("first", first)
                                .with("last", last())
                                .with("of", of));
    }
}
