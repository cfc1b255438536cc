package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;

/**
 * What became of one device of a request. Who disables, deletes and so on is the approver, with whose identity it is done;
 * what the portal finds out by itself is the portal's.
 *
 * @param device as it was before
 * @param sentence without which request it belongs to
 * @param after its state since
 * @param why what Entra said, or sentences that say why and what to do; may be empty
 */
@AuditedFields(
        details = {
            "request: the number of the request that it belongs to",
            "does: what was to be done to it: DISABLE, ENABLE, DELETE or RESTORE",
            "requestedBy: the name of who asked for it",
            "as: the name of the approver, whose identity it is done with",
            "attempts: how often Entra was asked to do it until then",
            "why: what Entra said, or why and what to do; none where there is nothing to say"
        },
        changes = "state: where the device stands in its request")
@AuditedValues(field = "does", of = Action.class)
@AuditedValues(field = "state", of = DeviceState.class)
@AuditedAs(
        name = "device.disabled",
        label = "Disabled a device",
        meaning = "Entra accepted it; the portal reads it back next.")
@AuditedAs(
        name = "device.re-enabled",
        label = "Enabled a device again",
        meaning = "Entra accepted it; the portal reads it back next.")
@AuditedAs(
        name = "device.deleted",
        label = "Deleted a device",
        meaning = "Entra accepted it; the portal reads it back next.")
@AuditedAs(
        name = "device.restored",
        label = "Restored a device",
        meaning = "Entra accepted it; the portal reads it back next.")
@AuditedAs(
        name = "device.taken-over",
        label = "Took over a disabled device",
        meaning =
                "Somebody else had disabled it before it was asked for, so nothing was sent; its grace period begins.")
@AuditedAs(
        name = "device.verified",
        label = "Verified a device",
        meaning = "The portal read it back from Entra, and it is as it was to be.")
@AuditedAs(
        name = "device.not-verified",
        label = "Could not verify a device",
        meaning = "Entra accepted it, and after an hour of reading it back it was still not so.")
@AuditedAs(
        name = "device.skipped",
        label = "Skipped a device",
        meaning = "It was not as it was approved, so nothing was done to it.")
@AuditedAs(
        name = "device.failed",
        label = "Failed on a device",
        meaning = "Entra refused this device, or did nothing however often it was asked.")
@AuditedAs(
        name = "device.not-done",
        label = "Found a device untouched",
        meaning = "Entra gave no clear answer, and the portal read that it had done nothing: it is asked again.")
@AuditedAs(
        name = "device.refused",
        label = "Was refused a device by Entra",
        meaning =
                "Entra refused the person as whom it was sent: a permission, a role or the sign-in was missing. Nothing was done.")
record DeviceAction(
        ChangeRequest request, RequestedDevice device, What what, String sentence, DeviceState after, String why)
        implements AuditableAction {

    /** What became of it: the last part of the action's name. */
    enum What {
        DISABLED,
        RE_ENABLED,
        DELETED,
        RESTORED,
        TAKEN_OVER,
        VERIFIED,
        NOT_VERIFIED,
        SKIPPED,
        FAILED,
        NOT_DONE,
        REFUSED
    }

    static DeviceAction accepted(ChangeRequest request, RequestedDevice device) {
        What what =
                switch (request.action()) {
                    case DISABLE -> What.DISABLED;
                    case ENABLE -> What.RE_ENABLED;
                    case DELETE -> What.DELETED;
                    case RESTORE -> What.RESTORED;
                };
        return new DeviceAction(
                request,
                device,
                what,
                sentenceBegin(request.action().past()) + " " + named(device) + ": accepted by Entra, not verified yet"
                        + of(request) + ", asked for by "
                        + request.requestedBy().name(),
                DeviceTransition.ACCEPT.to(),
                "");
    }

    static DeviceAction takenOver(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                request,
                device,
                What.TAKEN_OVER,
                "Took over " + named(device)
                        + ": somebody else had disabled it, so nothing was sent; its grace period begins"
                        + of(request) + ", asked for by "
                        + request.requestedBy().name(),
                DeviceTransition.TAKE_OVER.to(),
                "");
    }

    static DeviceAction verified(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                request,
                device,
                What.VERIFIED,
                "Read back " + named(device) + ": it is " + request.action().past() + of(request),
                DeviceTransition.VERIFY.to(),
                "");
    }

    static DeviceAction notDone(ChangeRequest request, RequestedDevice device) {
        return new DeviceAction(
                request,
                device,
                What.NOT_DONE,
                "Read back " + named(device) + ": it is not " + request.action().past()
                        + " yet, so that Entra is asked again" + of(request),
                DeviceTransition.WAIT_AGAIN.to(),
                "");
    }

    /** @param why what Entra said */
    static DeviceAction refused(ChangeRequest request, RequestedDevice device, String why) {
        return new DeviceAction(
                request,
                device,
                What.REFUSED,
                "Entra refused that " + request.carriedOutAs().name() + " "
                        + request.action().label().toLowerCase(Locale.ROOT) + "s " + named(device) + of(request) + ": "
                        + why,
                DeviceTransition.TAKE_BACK.to(),
                why);
    }

    /** @param state {@link DeviceState#SKIPPED}, {@link DeviceState#FAILED} or {@link DeviceState#NOT_VERIFIED} */
    static DeviceAction ended(ChangeRequest request, RequestedDevice device, DeviceState state, String detail) {
        return new DeviceAction(
                request,
                device,
                What.valueOf(state.name()),
                state.label() + ": " + named(device) + " was to be "
                        + request.action().past() + of(request) + ". " + detail,
                state,
                detail);
    }

    /** Returns a device as entries name it. */
    static AuditedDevice audited(DeviceSnapshot device) {
        return new AuditedDevice(device.objectId(), device.deviceId(), device.name());
    }

    @Override
    public String action() {
        return switch (what) {
            case DISABLED -> "device.disabled";
            case RE_ENABLED -> "device.re-enabled";
            case DELETED -> "device.deleted";
            case RESTORED -> "device.restored";
            case TAKEN_OVER -> "device.taken-over";
            case VERIFIED -> "device.verified";
            case NOT_VERIFIED -> "device.not-verified";
            case SKIPPED -> "device.skipped";
            case FAILED -> "device.failed";
            case NOT_DONE -> "device.not-done";
            case REFUSED -> "device.refused";
        };
    }

    @Override
    public String subject() {
        return "device:" + device.device().objectId();
    }

    @Override
    public String summary() {
        return sentence;
    }

    @Override
    public AuditResult result() {
        return switch (what) {
            case REFUSED -> AuditResult.REFUSED;
            case NOT_VERIFIED, SKIPPED, FAILED, NOT_DONE -> AuditResult.FAILED;
            case DISABLED, RE_ENABLED, DELETED, RESTORED, TAKEN_OVER, VERIFIED -> AuditResult.DONE;
        };
    }

    @Override
    public AuditDetails details() {
        AuditDetails details = AuditDetails.NONE
                .with("request", request.id())
                .with("does", request.action())
                .with("requestedBy", request.requestedBy().name())
                .with("as", request.carriedOutAs().name())
                .with("attempts", device.attempts())
                .changed("state", device.state(), after);
        return why.isEmpty() ? details : details.with("why", why);
    }

    @Override
    public List<AuditedDevice> devices() {
        return List.of(audited(device.device()));
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
