package org.deviceoffboarding.remediation.execution;

import java.util.Locale;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;

/**
 * What became of one device of a request. Who disables, deletes and so on is the approver, with whose identity it is done;
 * what the portal finds out by itself is the portal's.
 *
 * @param what the last part of the action's name, such as {@code disabled}
 * @param summary one sentence
 */
record DeviceAction(UUID objectId, String what, String summary) implements AuditableAction {

    static DeviceAction accepted(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                device.device().objectId(),
                request.action().past(),
                sentenceBegin(request.action().past()) + " " + named(device) + ": accepted by Entra, not verified yet"
                        + of(request) + ", asked for by "
                        + request.requestedBy().name());
    }

    static DeviceAction takenOver(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                device.device().objectId(),
                "taken-over",
                "Took over " + named(device)
                        + ": somebody else had disabled it, so nothing was sent; its grace period begins"
                        + of(request) + ", asked for by "
                        + request.requestedBy().name());
    }

    static DeviceAction verified(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                device.device().objectId(),
                "verified",
                "Read back " + named(device) + ": it is " + request.action().past() + of(request));
    }

    /** @param state {@link DeviceState#SKIPPED}, {@link DeviceState#FAILED} or {@link DeviceState#NOT_VERIFIED} */
    static DeviceAction ended(ChangeRequest request, RequestedDevice device, DeviceState state, String detail) {
        return new DeviceAction(
                device.device().objectId(),
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                state.label() + ": " + named(device) + " was to be "
                        + request.action().past() + of(request) + ". " + detail);
    }

    @Override
    public String action() {
        return "device." + what;
    }

    @Override
    public String subject() {
        return "device:" + objectId;
    }

    private static String named(RequestedDevice device) {
        return device.device().name().isBlank()
                ? "a device without a name"
                : device.device().name();
    }

    private static String of(ChangeRequest request) {
        return " (request " + request.id() + ")";
    }

    private static String sentenceBegin(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
