package org.deviceoffboarding.remediation.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.remediation.execution.OpenRequests;
import org.deviceoffboarding.remediation.execution.RequestProgressReader;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows change requests and what became of their devices. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class RequestQueryService {

    private final ChangeRequestRepository requests;
    private final RequestedDeviceRepository devices;
    private final OpenRequests openRequests;
    private final Risks risks;
    private final RequestProgressReader progress;
    private final RequiredSteps requiredSteps;

    RequestQueryService(
            ChangeRequestRepository requests,
            RequestedDeviceRepository devices,
            OpenRequests openRequests,
            Risks risks,
            RequestProgressReader progress,
            RequiredSteps requiredSteps) {
        this.requests = requests;
        this.devices = devices;
        this.openRequests = openRequests;
        this.risks = risks;
        this.progress = progress;
        this.requiredSteps = requiredSteps;
    }

    /**
     * Returns the requests that match, sorted as the page asks ({@code id}, {@code action}, {@code devices}, {@code status},
     * {@code requestedBy}, {@code requestedAt}, {@code expiresAt}, {@code decidedBy}), else the open ones first, then the
     * newest.
     */
    public List<ChangeRequest> find(RequestFilter filter, Pageable page) {
        return requests.find(filter, page);
    }

    /** Returns how many requests match. */
    public long count(RequestFilter filter) {
        return requests.count(filter);
    }

    /** Returns one request. */
    public Optional<ChangeRequest> get(long requestId) {
        return requests.get(requestId);
    }

    /** Returns the requests that a device is or was in, the newest first; at most 100. */
    public List<ChangeRequest> ofDevice(UUID objectId) {
        return requests.ofDevice(objectId);
    }

    /** Returns the open request that each of these devices is in, by object ID; devices in none are missing. */
    public Map<UUID, Long> openRequests(Collection<UUID> objectIds) {
        return openRequests.of(objectIds);
    }

    /** Returns how many devices of a suggestion are in an open request. */
    public long inOpenRequests(long suggestionId) {
        return openRequests.count(suggestionId);
    }

    /**
     * Returns the devices of a request that match, sorted as the page asks ({@code name}, {@code serialNumber}, {@code user},
     * {@code platform}, {@code kind}, {@code state}, {@code lastSignIn}, {@code sentAt}, {@code endedAt}), else by name.
     */
    public List<RequestedDevice> devices(long requestId, RequestedDeviceFilter filter, Pageable page) {
        return devices.find(requestId, filter, page);
    }

    /** Returns how many devices of a request match. */
    public long countDevices(long requestId, RequestedDeviceFilter filter) {
        return devices.count(requestId, filter);
    }

    /** Returns the object IDs of the devices of a request that are in one of these states, in their order. */
    public List<UUID> deviceIds(long requestId, Collection<DeviceState> states) {
        return devices.ids(requestId, states);
    }

    /** Returns one device of a request. */
    public Optional<RequestedDevice> device(long requestId, UUID objectId) {
        return devices.get(requestId, objectId);
    }

    /** Returns how far a request is, and how long it still takes at the least. */
    public RequestProgress progress(ChangeRequest request) {
        return progress.of(request);
    }

    /**
     * Returns what the playbook of a suggestion requires before an action on its devices, and nobody has ticked yet.
     *
     * @return the titles of the steps, in order
     */
    public List<String> stepsMissing(Action action, long suggestionId) {
        return requiredSteps.missing(action, suggestionId);
    }

    /** Returns what speaks for care with a request. */
    public Risk risk(ChangeRequest request) {
        return risks.of(request);
    }

    /**
     * Returns the first part of the requests that match, to take them away whole: sorted as {@link #find} says or, if they are
     * many, the newest first.
     */
    public ExportPage<RequestFilter, ChangeRequest> export(RequestFilter filter, Sort sort) {
        return requests.export(filter, sort);
    }

    /** Returns the part that follows another one. */
    public ExportPage<RequestFilter, ChangeRequest> export(ExportPage<RequestFilter, ChangeRequest> before) {
        return requests.export(before);
    }

    /**
     * Returns the first part of the devices of a request that match, to take them away whole: sorted as {@link #devices} says or,
     * if they are many, by object ID.
     */
    public ExportPage<RequestedDeviceFilter, RequestedDevice> exportDevices(
            long requestId, RequestedDeviceFilter filter, Sort sort) {
        return devices.export(requestId, filter, sort);
    }

    /** Returns the part that follows another one. */
    public ExportPage<RequestedDeviceFilter, RequestedDevice> exportDevices(
            ExportPage<RequestedDeviceFilter, RequestedDevice> before) {
        return devices.export(before);
    }
}
