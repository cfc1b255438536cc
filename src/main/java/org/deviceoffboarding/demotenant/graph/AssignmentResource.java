package org.deviceoffboarding.demotenant.graph;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.AppRegistration;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoGroup;
import org.deviceoffboarding.demotenant.population.Population;

/** Tells to whom the portal's app roles are assigned: to people, and to the group of the service desk. */
final class AssignmentResource implements Resource {

    private static final String PRINCIPAL = "/servicePrincipals(appId='{id}')";
    private static final Instant CREATED = Instant.parse("2025-01-15T09:00:00Z");
    private static final String OF_THE_GROUP = "Operator";

    private static final Schema<AppRegistration> PRINCIPALS = new Schema<AppRegistration>(
                    "servicePrincipal", "servicePrincipals", false)
            .with("id", AppRegistration::servicePrincipalId)
            .with("appId", AppRegistration::appId)
            .with("displayName", registration -> "Device Offboarding Portal")
            .with("appRoles", AssignmentResource::roles);

    private static final Schema<Assignment> ASSIGNMENTS = new Schema<Assignment>(
                    "appRoleAssignment", "appRoleAssignments", false)
            .with("id", Assignment::id)
            .with("createdDateTime", assignment -> CREATED)
            .with("appRoleId", assignment -> assignment.role().id())
            .with("principalDisplayName", Assignment::name)
            .with("principalId", Assignment::principal)
            .with("principalType", Assignment::type)
            .with("resourceDisplayName", assignment -> "Device Offboarding Portal");

    private final AppRegistration registration;
    private final Population population;
    private final Listing<Assignment> listing = Listing.ofEntra(ASSIGNMENTS, 100, 999);

    private record Assignment(String type, String principal, String name, AppRegistration.Role role) {

        String id() {
            return UUID.nameUUIDFromBytes((principal + role.id()).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    AssignmentResource(AppRegistration registration, Population population) {
        this.registration = registration;
        this.population = population;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(PRINCIPAL, call -> PRINCIPALS.single(call, registration(call)));
        routes.get(PRINCIPAL + "/appRoleAssignedTo", call -> listing.answer(call, SparseRows.of(assignments(call))));
    }

    private AppRegistration registration(Call call) {
        if (!call.argument().equalsIgnoreCase(registration.appId())) {
            throw ODataError.notFound(call.argument());
        }
        return registration;
    }

    private List<Assignment> assignments(Call call) {
        AppRegistration of = registration(call);
        DemoGroup group = population.groups().serviceDesk();
        return Stream.concat(
                        of.people().stream()
                                .map(person ->
                                        new Assignment("User", person.personId(), person.displayName(), person.role())),
                        of.roles().stream()
                                .filter(role -> role.value().equals(OF_THE_GROUP))
                                .map(role -> new Assignment("Group", group.id(), group.displayName(), role)))
                .toList();
    }

    private static ODataResponse.Body roles(AppRegistration registration) {
        return json -> {
            json.writeStartArray();
            for (AppRegistration.Role role : registration.roles()) {
                json.writeStartObject();
                json.writeStringProperty("id", role.id());
                json.writeStringProperty("displayName", role.displayName());
                json.writeBooleanProperty("isEnabled", true);
                json.writeStringProperty("value", role.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }
}
