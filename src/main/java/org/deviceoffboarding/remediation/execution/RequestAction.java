package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.delegation.RefusalDetails;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** What happens to change requests. Those that concern devices name them, see {@link RequestEntries}. */
@AuditedFields(
        details = {
            "request: its number",
            "does: what is to be done to its devices: DISABLE, ENABLE, DELETE or RESTORE",
            "devices: how many devices were asked for",
            "requestedBy: the name of who asked for it",
            "part: where the devices are more than one entry names: the places of the first and the last one that this entry names,"
                    + " and how many there are"
        },
        changes = "status: where the request stands")
@AuditedValues(field = "does", of = Action.class)
@AuditedValues(field = "status", of = RequestStatus.class)
@AuditedValues(field = "ended", of = DeviceState.class)
@AuditedValues(field = "pause", of = Duration.class)
sealed interface RequestAction extends AuditableAction {

    String NOTE = "note: what who decided wrote; may be empty";

    /** Returns the request as it was before. */
    ChangeRequest request();

    /** Returns the sentence, but for which devices the entry names. */
    String sentence();

    /** Returns the devices that the entry names. */
    default DeviceSet concerns() {
        return DeviceSet.NONE;
    }

    /** Returns what is known beside who asked for what. */
    default AuditDetails more(AuditDetails details) {
        return details;
    }

    @Override
    default String subject() {
        return "request:" + request().id();
    }

    @Override
    default String summary() {
        return sentence() + concerns().words();
    }

    @Override
    default AuditDetails details() {
        return concerns()
                .in(more(AuditDetails.NONE
                        .with("request", request().id())
                        .with("does", request().action())
                        .with("devices", request().devices())
                        .with("requestedBy", request().requestedBy().name())));
    }

    @Override
    default List<AuditedDevice> devices() {
        return concerns().devices();
    }

    /** Adds that a request came from where it stood to where a transition leads. */
    private static AuditDetails by(RequestTransition transition, ChangeRequest request, AuditDetails details) {
        return details.changed("status", request.status(), transition.to());
    }

    @AuditedAs(
            name = "request.asked",
            label = "Asked for an action on devices",
            meaning =
                    "Somebody asked for devices to be disabled, enabled, deleted or restored. Nothing is done before it is approved,"
                            + " unless it needs no approval.",
            details = {
                "reason: why, in the words of who asked",
                "source: where the devices were picked",
                "suggestion: the number of the suggestion that they were picked from; none where from elsewhere",
                "run: the number of the run whose result flagged them; none where actions are taken back",
                "needsApproval: whether another person has to approve it",
                "expiresAt: when it can no longer be approved"
            })
    record Asked(ChangeRequest request, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.asked";
        }

        @Override
        public String sentence() {
            return "Asked to " + request.action().label().toLowerCase(Locale.ROOT) + " "
                    + RequestWording.devices(request.devices()) + " (" + request.source() + "): " + request.reason()
                    + (request.needsApproval() ? "" : " – few enough to need no approval");
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return details.with("reason", request.reason())
                    .with("source", request.source())
                    .with("suggestion", request.suggestionId())
                    .with("run", request.runId())
                    .with("needsApproval", request.needsApproval())
                    .with("expiresAt", request.expiresAt());
        }
    }

    /**
     * @param leftAlone how many of its devices were no longer flagged by what was in force then
     * @param roleInUnits whether who approved said that their role is assigned in restricted units
     * @param units the names of these units, as far as who approved saw them
     */
    @AuditedAs(
            name = "request.approved",
            label = "Approved a request",
            meaning = "Somebody else than who asked approved it. It is carried out with the approver's own identity.",
            details = {
                NOTE,
                "leftAlone: how many of its devices were no longer flagged, so that nothing is done to them",
                "roleInUnits: whether who approved said that their role is assigned in the restricted administrative units of its devices",
                "units: the names of these units, as far as they were known; none where nobody said so"
            })
    record Approved(
            ChangeRequest request,
            int leftAlone,
            boolean roleInUnits,
            List<String> units,
            String note,
            DeviceSet concerns)
            implements RequestAction {
        @Override
        public String action() {
            return "request.approved";
        }

        @Override
        public String sentence() {
            return "Approved: " + request.title() + ", asked for by "
                    + request.requestedBy().name()
                    + (leftAlone == 0
                            ? ""
                            : "; " + leftAlone + " of " + RequestWording.devices(request.devices())
                                    + " were no longer flagged by what is in force, and are left alone")
                    + (note.isBlank() ? "" : ": " + note);
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.APPROVE, request, details)
                    .with("note", note)
                    .with("leftAlone", leftAlone)
                    .with("roleInUnits", roleInUnits)
                    .with("units", units);
        }
    }

    @AuditedAs(
            name = "request.rejected",
            label = "Rejected a request",
            meaning = "Somebody decided against it. Nothing is done to its devices.",
            details = {NOTE})
    record Rejected(ChangeRequest request, String note, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.rejected";
        }

        @Override
        public String sentence() {
            return "Rejected: " + request.title() + ", asked for by "
                    + request.requestedBy().name() + (note.isBlank() ? "" : ": " + note);
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.REJECT, request, details).with("note", note);
        }
    }

    /** @param why a sentence */
    @AuditedAs(
            name = "request.refused",
            label = "Was refused to decide about a request",
            meaning = "Somebody tried to decide about a request and may not, such as one's own. It stays as it is.",
            details = {"why: a sentence"})
    record Refused(ChangeRequest request, String why) implements RequestAction {
        @Override
        public String action() {
            return "request.refused";
        }

        @Override
        public String sentence() {
            return "Was refused to decide about '" + request.title() + "': " + why;
        }

        @Override
        public AuditResult result() {
            return AuditResult.REFUSED;
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return details.with("why", why);
        }
    }

    @AuditedAs(
            name = "request.withdrawn",
            label = "Withdrew a request",
            meaning =
                    "Who asked for it, or an owner, took it back before anybody decided. Nothing is done to its devices.")
    record Withdrawn(ChangeRequest request, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.withdrawn";
        }

        @Override
        public String sentence() {
            return "Withdrew: " + request.title();
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.WITHDRAW, request, details);
        }
    }

    @AuditedAs(
            name = "request.expired",
            label = "Let a request expire",
            meaning = "Nobody decided about it in time. Nothing is done to its devices.")
    record Expired(ChangeRequest request, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.expired";
        }

        @Override
        public String sentence() {
            return "Expired without a decision: " + request.title() + ", asked for by "
                    + request.requestedBy().name();
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.EXPIRE, request, details);
        }
    }

    /** @param concerns the devices that nothing is done to */
    @AuditedAs(
            name = "request.stopped",
            label = "Stopped a request",
            meaning =
                    "Somebody stopped a request that was being carried out. Nothing is done to the devices that the entry names; what was"
                            + " sent to Entra before is found out and read back.",
            details = {"dropped: to how many devices nothing is done"})
    record Stopped(ChangeRequest request, int dropped, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.stopped";
        }

        @Override
        public String sentence() {
            return "Stopped: " + request.title() + "; nothing is done to " + RequestWording.devices(dropped)
                    + " of them";
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.STOP, request, details).with("dropped", dropped);
        }
    }

    /** @param concerns the devices of the batch */
    @AuditedAs(
            name = "request.sent",
            label = "Asked Entra",
            meaning =
                    "The portal asks Entra, as the approver, to do it to the devices that the entry names. What became of each has an"
                            + " entry of its own.")
    record Sent(ChangeRequest request, DeviceSet concerns) implements RequestAction {
        @Override
        public String action() {
            return "request.sent";
        }

        @Override
        public String sentence() {
            return "Asks Entra to " + request.action().label().toLowerCase(Locale.ROOT) + " "
                    + RequestWording.devices(concerns.devices().size()) + " (request " + request.id() + ")";
        }
    }

    @AuditedAs(
            name = "request.held-off",
            label = "Was told by Entra to wait",
            meaning = "Entra has no time for more. Nothing is sent as this person until the time is over.",
            details = {"pause: for how long, as ISO 8601 writes it", "as: whose identity it is sent with"})
    record HeldOff(ChangeRequest request, Duration pause) implements RequestAction {
        @Override
        public String action() {
            return "request.held-off";
        }

        @Override
        public String sentence() {
            return "Entra asked to wait " + pause.toSeconds() + " seconds with what is sent as "
                    + request.carriedOutAs().name() + " (request " + request.id() + ")";
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return details.with("pause", pause)
                    .with("as", request.carriedOutAs().name());
        }
    }

    /**
     * @param why sentences that say what to do
     * @param permission that Microsoft Graph wants, where it refused to be read; null where it is something else
     */
    @AuditedAs(
            name = "request.blocked",
            label = "Let a request wait for a person",
            meaning =
                    "A permission, a role or a sign-in is missing, or something else has to be put right, before it goes on.",
            details = {
                "why: sentences that say what to do",
                "as: whose identity it is carried out with",
                "permission: what Microsoft Graph wants where it refused to be read",
                RefusalDetails.REFUSED,
                RefusalDetails.CODE,
                RefusalDetails.SAID
            })
    record Blocked(
            ChangeRequest request,
            String why,
            @Nullable String permission,
            @Nullable SignInRefusal refusal) implements RequestAction {
        @Override
        public String action() {
            return "request.blocked";
        }

        @Override
        public String sentence() {
            return "Does not go on: " + why;
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            AuditDetails blocked = RefusalDetails.of(
                    refusal,
                    by(RequestTransition.BLOCK, request, details)
                            .with("why", why)
                            .with("as", request.carriedOutAs().name()));
            return permission == null ? blocked : blocked.with("permission", permission);
        }
    }

    @AuditedAs(
            name = "request.tried-again",
            label = "Let a request go on",
            meaning = "Somebody put right what it waited for.",
            details = {"problem: what it waited for"})
    record TriedAgain(ChangeRequest request) implements RequestAction {
        @Override
        public String action() {
            return "request.tried-again";
        }

        @Override
        public String sentence() {
            return "Lets it go on: " + request.title();
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.TRY_AGAIN, request, details).with("problem", request.problem());
        }
    }

    @AuditedAs(
            name = "request.done",
            label = "Completed a request",
            meaning = "All its devices have ended; each has entries of its own.",
            details = {"ended: how many devices ended in which state"})
    record Done(ChangeRequest request, RequestProgress progress) implements RequestAction {
        @Override
        public String action() {
            return "request.done";
        }

        @Override
        public String sentence() {
            return "Done: " + request.title() + " – "
                    + progress.devices().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(count -> count.getValue() + " "
                                    + count.getKey().label().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }

        @Override
        public AuditDetails more(AuditDetails details) {
            return by(RequestTransition.FINISH, request, details).with("ended", progress.devices());
        }
    }
}
