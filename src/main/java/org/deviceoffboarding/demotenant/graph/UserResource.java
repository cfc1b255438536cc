package org.deviceoffboarding.demotenant.graph;

import java.util.Objects;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Filter;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.Employee;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads the people of the company, and whoever is signed in. */
final class UserResource implements Resource {

    private final TenantPeople people;
    private final Listing<Employee> listing = Listing.ofEntra(UserSchema.USERS, 100, 999);

    UserResource(TenantPeople people) {
        this.people = people;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/users", call -> listing.answer(call, people.all(), this::named));
        routes.get("/users/$count", call -> listing.count(call, people.all()));
        routes.get("/users/{id}", this::single);
        routes.get("/me", call -> UserSchema.USERS.single(call, me(call)));
        routes.get("/me/memberOf", this::roles);
        routes.get("/me/transitiveMemberOf", this::roles);
        routes.get("/me/memberOf/microsoft.graph.directoryRole", this::roles);
        routes.get("/me/transitiveMemberOf/microsoft.graph.directoryRole", this::roles);
    }

    private @Nullable SparseRows<Employee> named(Filter filter) {
        var ids = filter.valuesOf("id");
        return ids == null
                ? null
                : SparseRows.of(
                        ids.stream().map(people::find).filter(Objects::nonNull).toList());
    }

    private ODataResponse single(Call call) {
        var caller = call.request().caller();
        var wanted = call.argument();
        boolean self =
                wanted.equalsIgnoreCase(caller.objectId()) || wanted.equalsIgnoreCase(caller.userPrincipalName());
        if (!self
                && !caller.appOnly()
                && !UserSchema.mayReadNames(caller)
                && caller.permissions().stream().noneMatch(permission -> permission.startsWith("DeviceManagement"))) {
            throw ODataError.forbidden();
        }
        var person = people.find(wanted);
        if (person == null && self) {
            person = me(call);
        }
        if (person == null) {
            throw ODataError.notFound(wanted);
        }
        return UserSchema.USERS.single(call, person);
    }

    /** The people who sign in to the portal are known from their tokens. */
    private static Employee me(Call call) {
        var caller = call.request().caller();
        if (caller.appOnly() || caller.objectId() == null) {
            throw ODataError.badRequest("/me request is only valid with delegated authentication flow.");
        }
        var upn = caller.userPrincipalName() == null ? caller.objectId() : caller.userPrincipalName();
        var name = caller.displayName() == null ? upn : caller.displayName();
        int space = name.lastIndexOf(' ');
        return new Employee(
                caller.objectId(),
                name,
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1),
                upn,
                "IT",
                "Administrator");
    }

    private ODataResponse roles(Call call) {
        me(call);
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.request().serviceRoot() + "/$metadata#directoryObjects");
            json.writeArrayPropertyStart("value");
            call.request().caller().roles().stream().sorted().forEach(role -> write(json, role));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String templateId) {
        json.writeStartObject();
        json.writeStringProperty("@odata.type", "#microsoft.graph.directoryRole");
        json.writeStringProperty(
                "id", new StringBuilder(templateId.substring(0, 8)).reverse() + templateId.substring(8));
        json.writeNullProperty("deletedDateTime");
        json.writeStringProperty(
                "displayName",
                DirectoryRole.assignedAs(templateId)
                        .map(DirectoryRole::displayName)
                        .orElse("Directory role"));
        json.writeStringProperty("roleTemplateId", templateId);
        json.writeEndObject();
    }
}
