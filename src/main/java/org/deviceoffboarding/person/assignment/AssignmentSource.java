package org.deviceoffboarding.person.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.directory.GroupPeople;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.graph.PageHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads from Microsoft Graph to whom the app roles of this portal's registration are assigned. */
@Component
class AssignmentSource {

    static final String PERMISSION = "Application.Read.All";

    private final Graph graph;
    private final GroupPeople groups;
    private final TenantProperties tenant;

    AssignmentSource(Graph graph, GroupPeople groups, TenantProperties tenant) {
        this.graph = graph;
        this.groups = groups;
        this.tenant = tenant;
    }

    /**
     * Reads all of them, those of people and those of groups with the people in them.
     *
     * @throws org.deviceoffboarding.graph.GraphException if they cannot be read whole
     */
    List<RoleAssignment> read(AccessTokens tokens) {
        String principal = "/servicePrincipals(appId='" + tenant.clientId() + "')";
        Map<String, String> roles =
                roles(graph.get(principal + "?$select=id,appRoles", JsonNode.class, PERMISSION, tokens));
        var rows = new Rows();
        graph.readAll(
                new GraphCollection<>(
                        "assignments of app roles", principal + "/appRoleAssignedTo?$top=999", Row.class, PERMISSION),
                tokens,
                rows);
        List<RoleAssignment> all = new ArrayList<>();
        for (Row row : rows.all) {
            String role = roles.get(Objects.requireNonNullElse(row.appRoleId(), ""));
            if (role != null) { // others give nothing here
                add(row, role, tokens, all);
            }
        }
        return all;
    }

    private void add(Row row, String role, AccessTokens tokens, List<RoleAssignment> all) {
        UUID principal = BlankValues.orId(row.principalId());
        if (principal == null) {
            throw new GraphAnswerException(
                    "Microsoft Graph's answer for assignments of app roles holds one without a valid ID.");
        }
        String name = BlankValues.orText(row.principalDisplayName());
        if ("User".equals(row.principalType())) {
            all.add(new RoleAssignment(principal.toString(), name, null, role, null));
        } else if ("Group".equals(row.principalType())) {
            String via = Objects.requireNonNullElse(name, principal.toString());
            groups.directlyIn(principal, tokens)
                    .forEach(person -> all.add(new RoleAssignment(
                            person.id().toString(), person.name(), person.userPrincipalName(), role, via)));
        }
    }

    /** Returns the roles that the portal knows, by their IDs in the registration. */
    private static Map<String, String> roles(JsonNode principal) {
        Map<String, String> roles = new HashMap<>();
        principal.path("appRoles").valueStream().forEach(role -> {
            String value = role.path("value").asString("").toUpperCase(Locale.ROOT);
            if (!Roles.withIncluded(value).isEmpty()) {
                roles.put(role.path("id").asString(""), value);
            }
        });
        if (roles.isEmpty()) {
            throw new GraphAnswerException(
                    "The app registration in Microsoft Entra defines none of the portal's roles, so nobody can tell who has which.");
        }
        return roles;
    }

    private record Row(
            @Nullable String appRoleId,
            @Nullable String principalId,
            @Nullable String principalType,
            @Nullable String principalDisplayName) {}

    private static final class Rows implements PageHandler<Row> {

        private final List<Row> all = new ArrayList<>();

        @Override
        public void handle(GraphPage<Row> page) {
            all.addAll(page.rows());
        }

        @Override
        public void restarted() {
            all.clear();
        }
    }
}
