package org.deviceoffboarding.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds one group of Entra ID by its object ID or its name: exactly one, or a refusal. */
@Component
class GroupLookup {

    /** What reading groups and their members needs. */
    static final String PERMISSION = "GroupMember.Read.All";

    private static final String SOURCE = "groups";
    private static final String SELECT = "$select=id,displayName,visibility";

    private final Graph graph;

    GroupLookup(Graph graph) {
        this.graph = graph;
    }

    EntraGroup find(String idOrName, AccessTokens tokens) {
        String wanted = idOrName.strip();
        if (wanted.isEmpty()) {
            throw new NotInEntraException("Name a group by its object ID or by its whole name.");
        }
        UUID id = Guids.parse(wanted);
        return id == null ? byName(wanted, tokens) : byId(id, tokens);
    }

    private EntraGroup byId(UUID id, AccessTokens tokens) {
        GraphAnswer answer = ask("/groups/" + id + "?" + SELECT, tokens);
        if (answer.status() == 404) {
            throw new NotInEntraException("Microsoft Entra has no group with the object ID " + id
                    + ": it was deleted, or the ID is not that of a group.");
        }
        requireAnswer(answer, id.toString());
        EntraGroup group = toGroup(answer.body());
        if (!group.id().equals(id)) {
            throw unclear(id.toString(), "another group");
        }
        return group;
    }

    private EntraGroup byName(String name, AccessTokens tokens) {
        String filter = encoded("displayName eq '" + name.replace("'", "''") + "'");
        GraphAnswer answer = ask("/groups?$filter=" + filter + "&$top=5&" + SELECT, tokens);
        requireAnswer(answer, name);
        JsonNode values = answer.body().path("value");
        if (!values.isArray()) {
            throw unclear(name, "no list");
        }
        List<EntraGroup> groups = values.valueStream()
                .map(GroupLookup::toGroup)
                .filter(group -> group.name().equalsIgnoreCase(name))
                .toList();
        if (groups.isEmpty()) {
            throw new NotInEntraException("Microsoft Entra has no group named '" + name
                    + "'. Give its whole name as Entra shows it, or its object ID.");
        }
        if (groups.size() > 1) {
            throw new NotInEntraException("Microsoft Entra has several groups named '" + name + "': "
                    + String.join(
                            ", ",
                            groups.stream().map(group -> group.id().toString()).toList())
                    + ". Name the one you mean by its object ID.");
        }
        return groups.getFirst();
    }

    private GraphAnswer ask(String path, AccessTokens tokens) {
        return graph.getAll(List.of(new GraphRequest(path, path)), SOURCE, PERMISSION, tokens)
                .getFirst();
    }

    private static void requireAnswer(GraphAnswer answer, String group) {
        if (answer.status() != 200) {
            throw unclear(group, "status " + answer.status());
        }
    }

    private static EntraGroup toGroup(JsonNode node) {
        UUID id = BlankValues.orId(node.path("id").asString(""));
        if (id == null) {
            throw unclear("without an ID", "no valid ID");
        }
        requireVisible(node.path("visibility").asString(""), id.toString());
        return new EntraGroup(id, BlankValues.orName(node.path("displayName").asString("")));
    }

    /** Graph hides the members of such a group from whoever is not one: it would look empty. */
    static void requireVisible(@Nullable String visibility, String group) {
        if ("HiddenMembership".equalsIgnoreCase(visibility)) {
            throw new NotInEntraException(
                    "The group " + group
                            + " hides its members (visibility HiddenMembership), so Microsoft Graph would show it empty. Use a group whose members can be read.");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static GraphAnswerException unclear(String group, String what) {
        return new GraphAnswerException(
                "Microsoft Graph gave no clear answer to which group '%s' is: %s. Try again; if it happens again, ask Microsoft's support."
                        .formatted(group, what));
    }
}
