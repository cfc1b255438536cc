package org.deviceoffboarding.inventory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks Entra whom devices are registered for, 20 to a request. It helps people to find a device, and decides nothing. */
@Component
public class OwnerLookup {

    private static final String SOURCE = "registered owners of devices";

    private final Graph graph;

    OwnerLookup(Graph graph) {
        this.graph = graph;
    }

    /** Returns for each device by object ID who it is registered for, or why that could not be read. Never a failure. */
    public Map<UUID, RegisteredOwners> read(Collection<UUID> objectIds, AccessTokens tokens) {
        var owners = new HashMap<UUID, RegisteredOwners>();
        var requests = Set.copyOf(objectIds).stream()
                .map(id -> new GraphRequest(
                        id.toString(), "/devices/" + id + "/registeredOwners?$select=id,displayName,userPrincipalName"))
                .toList();
        try {
            for (GraphAnswer answer : graph.getAll(requests, SOURCE, EntraDeviceRow.PERMISSION, tokens)) {
                owners.put(UUID.fromString(answer.id()), owners(answer));
            }
        } catch (GraphException e) {
            objectIds.forEach(id -> owners.put(id, RegisteredOwners.unread(e.reason())));
        }
        return owners;
    }

    private static RegisteredOwners owners(GraphAnswer answer) {
        JsonNode values = answer.body().path("value");
        if (answer.status() == 404) {
            return new RegisteredOwners(List.of(), null); // gone meanwhile
        }
        if (answer.status() != 200 || !values.isArray()) {
            return RegisteredOwners.unread("Microsoft Graph answered with status " + answer.status() + ".");
        }
        return new RegisteredOwners(values.valueStream().map(OwnerLookup::name).toList(), null);
    }

    private static String name(JsonNode person) {
        return Stream.of("userPrincipalName", "displayName")
                .map(property -> person.path(property).asString(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }
}
