package org.deviceoffboarding.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads single devices as they are now, by ID only, 20 to a request. Stores nothing. Anything but a clear answer is a
 * failure: a device counts as gone only where Graph says that it has none with this ID. All methods throw a
 * {@link org.deviceoffboarding.graph.GraphException} if it could not be found out for every one; they take a network's time
 * and belong into no transaction.
 */
@Component
public class LiveDevices {

    /** How long after a change was verified another reading may still be of before. */
    static final Duration SHOWN_LATE = Duration.ofHours(1);

    private static final String DEVICES = "devices by object ID";
    private static final String DELETED_DEVICES = "deleted devices by object ID";

    private final Graph graph;
    private final KeyedLookup lookup;
    private final VerifiedChanges changes;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    LiveDevices(Graph graph, KeyedLookup lookup, VerifiedChanges changes, Clock clock) {
        this.graph = graph;
        this.lookup = lookup;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Returns the devices that Entra has, by object ID; those that it does not have are missing. Entra shows late what it did:
     * what is not as this portal itself verified it within the last hour is read once more before it is believed.
     */
    public Map<UUID, EntraDevice> inEntra(Collection<UUID> objectIds, AccessTokens tokens) {
        Map<UUID, EntraDevice> found = read(objectIds, tokens);
        List<UUID> doubtful = doubtful(objectIds, found);
        if (!doubtful.isEmpty()) {
            found.keySet().removeAll(doubtful);
            found.putAll(read(doubtful, tokens));
        }
        return found;
    }

    private List<UUID> doubtful(Collection<UUID> objectIds, Map<UUID, EntraDevice> found) {
        Instant lately = clock.instant().minus(SHOWN_LATE);
        return changes.find(objectIds).values().stream()
                .filter(change -> change.verifiedAt().isAfter(lately) && !agrees(change, found.get(change.objectId())))
                .map(VerifiedChange::objectId)
                .toList();
    }

    /** Returns whether a device that was read is as the portal left it. */
    static boolean agrees(VerifiedChange change, @Nullable EntraDevice read) {
        return change.kind().isSo(read != null, read == null ? null : read.accountEnabled());
    }

    private Map<UUID, EntraDevice> read(Collection<UUID> objectIds, AccessTokens tokens) {
        Map<UUID, EntraDevice> found = new HashMap<>();
        ask(objectIds, "/devices/%s?$select=" + EntraDeviceRow.PROPERTIES, DEVICES, tokens, (id, body) -> {
            found.put(id, device(id, body));
        });
        return found;
    }

    /** Returns the devices among these that are in Entra's recycle bin, by object ID. */
    public Set<UUID> inRecycleBin(Collection<UUID> objectIds, AccessTokens tokens) {
        Set<UUID> found = new HashSet<>();
        ask(objectIds, "/directory/deletedItems/%s?$select=id", DELETED_DEVICES, tokens, (id, body) -> {
            if (!id.equals(BlankValues.orId(body.path("id").asString("")))) {
                throw unclear(id, "it sent another one");
            }
            found.add(id);
        });
        return found;
    }

    /** Returns the devices among these that only administrators of a restricted management administrative unit may change. */
    public Set<UUID> restricted(Collection<UUID> objectIds, AccessTokens tokens) {
        Set<UUID> found = new HashSet<>();
        ask(objectIds, "/devices/%s?$select=id,isManagementRestricted", DEVICES, tokens, (id, body) -> {
            if (body.path("isManagementRestricted").asBoolean(false)) {
                found.add(id);
            }
        });
        return found;
    }

    /** Returns Intune's records of devices, by their device ID in Entra; those that have none are missing. */
    public Map<UUID, List<ManagedDevice>> inIntune(Collection<UUID> deviceIds, AccessTokens tokens) {
        var records = new ListMultimap<ManagedDevice>();
        lookup.records(Set.copyOf(deviceIds), tokens).forEach(record -> records.add(record.entraDeviceId(), record));
        Map<UUID, List<ManagedDevice>> found = new HashMap<>();
        deviceIds.forEach(id -> {
            if (!records.of(id).isEmpty()) {
                found.put(id, records.of(id));
            }
        });
        return found;
    }

    /** Returns the records that Intune has, by Intune ID, whatever device they name now; those that are gone are missing. */
    public Map<UUID, ManagedDevice> records(Collection<UUID> intuneIds, AccessTokens tokens) {
        Map<UUID, ManagedDevice> found = new HashMap<>();
        if (!intuneIds.isEmpty()) {
            lookup.byIntuneId(intuneIds, tokens).forEach(record -> found.put(record.intuneId(), record));
        }
        return found;
    }

    private void ask(
            Collection<UUID> ids, String path, String source, AccessTokens tokens, BiConsumer<UUID, JsonNode> found) {
        List<GraphRequest> requests = Set.copyOf(ids).stream()
                .map(id -> new GraphRequest(id.toString(), path.formatted(id)))
                .toList();
        for (GraphAnswer answer : graph.getAll(requests, source, EntraDeviceRow.PERMISSION, tokens)) {
            UUID id = UUID.fromString(answer.id());
            switch (answer.status()) {
                case 200 -> found.accept(id, answer.body());
                case 404 -> {}
                default -> throw unclear(id, "status " + answer.status());
            }
        }
    }

    private EntraDevice device(UUID objectId, JsonNode body) {
        try {
            EntraDeviceRow row = json.treeToValue(body, EntraDeviceRow.class);
            if (!objectId.equals(BlankValues.orId(row.id()))) {
                throw unclear(objectId, "it sent another one");
            }
            return row.toDevice(objectId);
        } catch (JacksonException e) {
            throw unclear(objectId, "it is no device");
        }
    }

    private static GraphAnswerException unclear(UUID id, String why) {
        return new GraphAnswerException(
                "Microsoft Graph gave no clear answer about the device with the object ID %s (%s). Without it nothing is done to the device. Try again; if it happens again, ask Microsoft's support."
                        .formatted(id, why));
    }
}
