package org.deviceoffboarding.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads which devices Entra registered for whom. A device that left Intune has no record that names its user, so this is
 * the only way to know.
 */
@Component
public class OwnedDevices {

    static final String PERMISSION = "User.Read.All";

    private static final String SOURCE = "devices that people own";

    private record Owned(@Nullable String id) {}

    private final Graph graph;

    OwnedDevices(Graph graph) {
        this.graph = graph;
    }

    /**
     * Reads the object IDs of the devices of each person, 20 people to a request.
     *
     * @return a set for each person, which may be empty
     * @throws org.deviceoffboarding.graph.GraphException if it cannot be told for every one of them
     */
    public Map<UUID, Set<UUID>> of(Collection<UUID> users, AccessTokens tokens) {
        var requests = Set.copyOf(users).stream()
                .map(user -> new GraphRequest(user.toString(), path(user)))
                .toList();
        Map<UUID, Set<UUID>> owned = new HashMap<>();
        for (GraphAnswer answer : graph.getAll(requests, SOURCE, PERMISSION, tokens)) {
            UUID user = UUID.fromString(answer.id());
            owned.put(user, devices(user, answer, tokens));
        }
        return owned;
    }

    private Set<UUID> devices(UUID user, GraphAnswer answer, AccessTokens tokens) {
        JsonNode values = answer.body().path("value");
        if (answer.status() == 404) {
            throw new GraphAnswerException("Microsoft Entra has no user with the object ID " + user
                    + " any more, so nobody can tell which devices were theirs.");
        }
        if (answer.status() != 200 || !values.isArray()) {
            throw new GraphAnswerException(
                    "Microsoft Graph gave no clear answer to which devices the user %s owns: status %d. Try again; if it happens again, ask Microsoft's support."
                            .formatted(user, answer.status()));
        }
        Set<UUID> devices = new HashSet<>();
        if (answer.body().path("@odata.nextLink").asString("").isEmpty()) {
            values.valueStream().forEach(value -> add(devices, value.path("id").asString("")));
        } else {
            graph.readAll(
                    new GraphCollection<>(SOURCE, path(user), Owned.class, PERMISSION),
                    tokens,
                    page -> page.rows().forEach(row -> add(devices, row.id())));
        }
        return devices;
    }

    private static void add(Set<UUID> devices, @Nullable String text) {
        UUID id = BlankValues.orId(text);
        if (id == null) {
            throw new GraphAnswerException(
                    "Microsoft Graph's answer for devices that people own holds one without a valid ID. A list that cannot be relied upon is not used; nothing was changed. Try again; if it happens again, ask Microsoft's support.");
        }
        devices.add(id);
    }

    private static String path(UUID user) {
        return "/users/" + user + "/ownedDevices?$top=999&$select=id";
    }
}
