package org.deviceoffboarding.remediation.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was asked for a device, who decided, what Entra did, and what was read back. */
@Component
class RequestHistory implements DeviceHistory {

    private final RequestQueryService requests;
    private final DisabledDeviceService disabledDevices;

    RequestHistory(RequestQueryService requests, DisabledDeviceService disabledDevices) {
        this.requests = requests;
        this.disabledDevices = disabledDevices;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        List<DeviceMoment> moments = new ArrayList<>();
        requests.ofDevice(objectId)
                .forEach(request -> requests.device(request.id(), objectId)
                        .ifPresent(requested -> new Told(moments, request).all(requested)));
        disabledDevices.get(objectId).ifPresent(disabled -> {
            if (disabled.leftAt() != null) {
                moments.add(
                        new DeviceMoment(disabled.leftAt(), "Left the queue for deletion: " + disabled.leftBecause()));
            }
        });
        return moments;
    }

    /** One request. */
    private record Told(List<DeviceMoment> moments, ChangeRequest request) {

        void all(RequestedDevice device) {
            Action action = request.action();
            add(
                    request.requestedAt(),
                    "Asked to " + RequestSentences.verb(action) + " it: " + request.reason(),
                    PersonDisplay.name(request.requestedBy()));
            decision();
            if (device.acceptedAt() != null) {
                add(device.acceptedAt(), past(action) + " in Entra", PersonDisplay.name(request.carriedOutAs()));
            } else if (device.sentAt() != null) {
                add(device.sentAt(), "Entra was asked to " + RequestSentences.verb(action) + " it", "");
            }
            if (device.endedAt() != null && !closedBefore()) {
                add(device.endedAt(), end(action, device), "");
            }
        }

        private void decision() {
            ChangeRequest.Decision decision = request.decision();
            if (decision != null && request.needsApproval()) {
                String word = request.status() == RequestStatus.REJECTED ? "Rejected" : "Approved";
                add(
                        decision.at(),
                        decision.note().isBlank() ? word : word + ": " + decision.note(),
                        PersonDisplay.name(decision.by()));
            } else if (closedBefore() && request.finishedAt() != null) {
                add(request.finishedAt(), request.status().label(), "");
            }
        }

        /** Nothing was done to any of its devices, which its status says. */
        private boolean closedBefore() {
            return switch (request.status()) {
                case REJECTED, WITHDRAWN, EXPIRED -> true;
                case WAITING, RUNNING, BLOCKED, DONE -> false;
            };
        }

        private static String past(Action action) {
            return action.past().substring(0, 1).toUpperCase(Locale.ROOT)
                    + action.past().substring(1);
        }

        private static String end(Action action, RequestedDevice device) {
            String meaning = device.state().label() + ": " + RequestSentences.meaning(action, device.state());
            return device.state() == DeviceState.VERIFIED || device.detail().isBlank()
                    ? meaning
                    : meaning + ". " + device.detail();
        }

        private void add(Instant at, String what, String who) {
            moments.add(new DeviceMoment(
                    at, what, who, new DeviceMoment.About(RequestLink.path(request.id()), "Request " + request.id())));
        }
    }
}
