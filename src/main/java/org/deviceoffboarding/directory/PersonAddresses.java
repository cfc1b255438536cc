package org.deviceoffboarding.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds in Entra ID what people are called, and where they are reached by mail. */
@Component
public class PersonAddresses {

    private final Graph graph;

    PersonAddresses(Graph graph) {
        this.graph = graph;
    }

    /**
     * Finds one person; nothing where Entra has nobody of that ID.
     *
     * @throws org.deviceoffboarding.graph.GraphException if it cannot be told
     */
    public Optional<PersonAddress> find(UUID id, AccessTokens tokens) {
        String path = "/users/" + id + "?$select=id,displayName,userPrincipalName,mail,accountEnabled";
        GraphAnswer answer = graph.getAll(
                        List.of(new GraphRequest(id.toString(), path)),
                        "the name and mail address of a person",
                        OwnedDevices.PERMISSION,
                        tokens)
                .getFirst();
        if (answer.status() == 404) {
            return Optional.empty();
        }
        JsonNode person = answer.body();
        if (answer.status() != 200
                || !id.equals(BlankValues.orId(person.path("id").asString("")))) {
            throw new GraphAnswerException(
                    "Microsoft Graph gave no clear answer to who %s is: status %d. Check that the agent has the permission %s; if it was set up before the portal asked for it, renew it under Settings."
                            .formatted(id, answer.status(), OwnedDevices.PERMISSION));
        }
        return Optional.of(new PersonAddress(
                BlankValues.orText(person.path("displayName").asString("")),
                BlankValues.orText(person.path("userPrincipalName").asString("")),
                BlankValues.orText(person.path("mail").asString("")),
                person.path("accountEnabled").asBoolean(true)));
    }
}
