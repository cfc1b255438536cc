package org.deviceoffboarding.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds people and groups in Entra ID by how their names begin: for whoever picks one while typing. */
@Component
public class DirectorySearch {

    /** So many of each are found at the most: who looks for one of more goes on typing. */
    static final int MOST = 10;

    private static final String SOURCE = "people and groups by name";

    private final Graph graph;

    DirectorySearch(Graph graph) {
        this.graph = graph;
    }

    /**
     * People and groups whose names begin alike.
     *
     * @param people by display name, given name, surname or user principal name
     * @param groups by display name, without those whose members nobody else may read
     */
    public record Found(List<DirectoryPerson> people, List<EntraGroup> groups) {

        public Found {
            people = List.copyOf(people);
            groups = List.copyOf(groups);
        }
    }

    /**
     * Finds some of them, in one request.
     *
     * @param beginning not blank
     * @throws org.deviceoffboarding.graph.GraphException if it cannot be told
     */
    public Found beginningWith(String beginning, AccessTokens tokens) {
        String text = beginning.strip().replace("'", "''");
        List<GraphAnswer> answers = graph.getAll(
                List.of(
                        new GraphRequest(
                                "users",
                                path(
                                        "/users",
                                        ("startswith(displayName,'%1$s') or startswith(givenName,'%1$s')"
                                                        + " or startswith(surname,'%1$s') or startswith(userPrincipalName,'%1$s')")
                                                .formatted(text),
                                        "id,displayName,userPrincipalName")),
                        new GraphRequest(
                                "groups",
                                path(
                                        "/groups",
                                        "startswith(displayName,'%s')".formatted(text),
                                        "id,displayName,visibility"))),
                SOURCE,
                OwnedDevices.PERMISSION,
                tokens);
        return new Found(
                values(answers.getFirst()).map(DirectorySearch::person).toList(),
                values(answers.getLast())
                        .filter(group -> !"HiddenMembership"
                                .equalsIgnoreCase(group.path("visibility").asString("")))
                        .map(DirectorySearch::group)
                        .toList());
    }

    private static String path(String collection, String filter, String select) {
        return collection + "?$filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20") + "&$top=" + MOST + "&$select="
                + select;
    }

    private static Stream<JsonNode> values(GraphAnswer answer) {
        JsonNode values = answer.body().path("value");
        if (answer.status() != 200 || !values.isArray()) {
            throw new GraphAnswerException(
                    "Microsoft Graph gave no clear answer to which %s there are: status %d. Check that the agent has the permissions %s and %s; if it was set up before the portal asked for them, renew it under Settings."
                            .formatted(answer.id(), answer.status(), OwnedDevices.PERMISSION, GroupLookup.PERMISSION));
        }
        return values.valueStream()
                .filter(value -> BlankValues.orId(value.path("id").asString("")) != null);
    }

    private static DirectoryPerson person(JsonNode value) {
        return new DirectoryPerson(
                Objects.requireNonNull(BlankValues.orId(value.path("id").asString(""))),
                BlankValues.orText(value.path("displayName").asString("")),
                BlankValues.orText(value.path("userPrincipalName").asString("")));
    }

    private static EntraGroup group(JsonNode value) {
        return new EntraGroup(
                Objects.requireNonNull(BlankValues.orId(value.path("id").asString(""))),
                BlankValues.orName(value.path("displayName").asString("")));
    }
}
