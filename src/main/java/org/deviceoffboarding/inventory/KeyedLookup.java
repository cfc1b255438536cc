package org.deviceoffboarding.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.deviceoffboarding.inventory.copy.InventoryPages;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.table.ManagedDeviceTable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Intune for managed devices by device ID or by Intune ID. Anything but a clear answer is a failure, never a "no". */
@Component
class KeyedLookup {

    /** How many are asked for between two short transactions. */
    private static final int CHUNK = 2_000;

    private static final String SOURCE = "managed devices by device ID";
    private static final String RECORDS = "managed devices by Intune ID";

    private final Graph graph;
    private final InventoryPages pages;
    private final InventoryRepository inventories;
    private final ListedDevices listed;
    private final JsonMapper json = JsonMapper.shared();

    KeyedLookup(Graph graph, InventoryPages pages, InventoryRepository inventories, ListedDevices listed) {
        this.graph = graph;
        this.pages = pages;
        this.inventories = inventories;
        this.listed = listed;
    }

    Set<UUID> confirm(long runId, Collection<UUID> deviceIds, AccessTokens tokens, IntConsumer answered) {
        var found = new HashSet<UUID>();
        var wanted = List.copyOf(new HashSet<>(deviceIds));
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<ManagedDevice> devices =
                    records(wanted.subList(from, Math.min(from + CHUNK, wanted.size())), tokens, answered);
            pages.add(runId, ManagedDeviceTable.COPY, devices);
            devices.forEach(device -> found.add(device.entraDeviceId()));
        }
        if (!found.isEmpty()) {
            List<UUID> notGone = inventories.withdrawGone(runId);
            listed.renewByDeviceId(runId, found);
            listed.renewByDeviceId(runId, notGone);
        }
        return found;
    }

    /** Adds the records that Intune has with these Intune IDs to a run's copy; returns their Intune IDs. */
    Set<UUID> confirmRecords(long runId, Collection<UUID> intuneIds, AccessTokens tokens, IntConsumer answered) {
        var found = new HashSet<UUID>();
        var wanted = List.copyOf(new HashSet<>(intuneIds));
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<ManagedDevice> devices =
                    byIntuneId(wanted.subList(from, Math.min(from + CHUNK, wanted.size())), tokens, answered);
            pages.add(runId, ManagedDeviceTable.COPY, devices);
            devices.forEach(device -> found.add(device.intuneId()));
        }
        if (!found.isEmpty()) {
            List<UUID> notGone = inventories.withdrawGone(runId);
            listed.renewByRecord(runId, found);
            listed.renewByDeviceId(runId, notGone);
        }
        return found;
    }

    /** Returns Intune's records with these Intune IDs, whatever device they name, and stores nothing. */
    List<ManagedDevice> byIntuneId(Collection<UUID> intuneIds, AccessTokens tokens) {
        return byIntuneId(intuneIds, tokens, _ -> {});
    }

    private List<ManagedDevice> byIntuneId(Collection<UUID> intuneIds, AccessTokens tokens, IntConsumer answered) {
        var requests = Set.copyOf(intuneIds).stream()
                .map(id -> new GraphRequest(
                        id.toString(), ManagedDeviceRow.PATH + "/" + id + "?" + ManagedDeviceRow.SELECT))
                .toList();
        var devices = new ArrayList<ManagedDevice>();
        for (GraphAnswer answer : graph.getAll(requests, RECORDS, ManagedDeviceRow.PERMISSION, tokens, answered)) {
            switch (answer.status()) {
                case 200 -> devices.add(record(answer));
                case 404 -> {}
                default -> throw unclear("record %s: status %d".formatted(answer.id(), answer.status()));
            }
        }
        return devices;
    }

    /** Returns Intune's records with these device IDs, and stores nothing. */
    List<ManagedDevice> records(Collection<UUID> deviceIds, AccessTokens tokens) {
        return records(deviceIds, tokens, _ -> {});
    }

    private List<ManagedDevice> records(Collection<UUID> deviceIds, AccessTokens tokens, IntConsumer answered) {
        var requests = deviceIds.stream()
                .map(id -> new GraphRequest(
                        id.toString(),
                        ManagedDeviceRow.PATH + "?$filter=azureADDeviceId eq '" + id + "'&" + ManagedDeviceRow.SELECT))
                .toList();
        var devices = new ArrayList<ManagedDevice>();
        for (GraphAnswer answer : graph.getAll(requests, SOURCE, ManagedDeviceRow.PERMISSION, tokens, answered)) {
            devices.addAll(devicesIn(answer));
        }
        return devices;
    }

    private List<ManagedDevice> devicesIn(GraphAnswer answer) {
        JsonNode values = answer.body().path("value");
        if (answer.status() != 200 || !values.isArray()) {
            throw unclear("device %s: status %d".formatted(answer.id(), answer.status()));
        }
        return values.valueStream().map(value -> device(answer.id(), value)).toList();
    }

    private ManagedDevice device(String deviceId, JsonNode value) {
        try {
            ManagedDeviceRow row = json.treeToValue(value, ManagedDeviceRow.class);
            ManagedDevice device = row.toDevice(SourceReading.idOf(row.id(), InventorySource.MANAGED_DEVICES, 1));
            if (!UUID.fromString(deviceId).equals(device.entraDeviceId())) {
                throw unclear("device %s: it sent another one".formatted(deviceId));
            }
            return device;
        } catch (JacksonException e) {
            throw unclear("device %s: not a managed device".formatted(deviceId));
        }
    }

    private ManagedDevice record(GraphAnswer answer) {
        try {
            ManagedDeviceRow row = json.treeToValue(answer.body(), ManagedDeviceRow.class);
            ManagedDevice device = row.toDevice(SourceReading.idOf(row.id(), InventorySource.MANAGED_DEVICES, 1));
            if (!UUID.fromString(answer.id()).equals(device.intuneId())) {
                throw unclear("record %s: it sent another one".formatted(answer.id()));
            }
            return device;
        } catch (JacksonException e) {
            throw unclear("record %s: not a managed device".formatted(answer.id()));
        }
    }

    private static GraphAnswerException unclear(String what) {
        return new GraphAnswerException(
                "Microsoft Graph gave no clear answer to whether Intune has a device (%s). Without it no device is suggested; nothing was changed. Try again; if it happens again, ask Microsoft's support."
                        .formatted(what));
    }
}
