package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.PageToken;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoGroup;
import org.deviceoffboarding.demotenant.population.Employee;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads security groups and who is in them. */
final class GroupResource implements Resource {

    private static final Schema<DemoGroup> GROUPS = new Schema<DemoGroup>("group", "groups", false)
            .with("id", DemoGroup::id, EQ, IN)
            .with("deletedDateTime", group -> null)
            .with("createdDateTime", group -> null)
            .with("description", DemoGroup::description)
            .with("displayName", DemoGroup::displayName, EQ, IN, STARTSWITH)
            .with("groupTypes", group -> List.of())
            .with("mail", group -> null)
            .with("mailEnabled", group -> false, EQ)
            .with("mailNickname", DemoGroup::id)
            .with("securityEnabled", group -> true, EQ)
            .with("visibility", group -> null);

    private final Directory directory;
    private final Listing<DemoGroup> listing = Listing.ofEntra(GROUPS, 100, 999);

    GroupResource(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/groups", call -> listing.answer(call, SparseRows.of(groups())));
        routes.get("/groups/{id}", call -> GROUPS.single(call, group(call)));
        routes.get("/groups/{id}/members", call -> members(call, direct(group(call))));
        routes.get("/groups/{id}/transitiveMembers", call -> members(call, transitive(group(call))));
        routes.get("/groups/{id}/transitiveMembers/microsoft.graph.device", this::devicesIn);
    }

    private List<DemoGroup> groups() {
        return directory.population().groups().all();
    }

    private DemoGroup group(Call call) {
        var group = directory.population().groups().find(call.argument());
        if (group == null) {
            throw ODataError.notFound(call.argument());
        }
        return group;
    }

    private ODataResponse devicesIn(Call call) {
        if (!call.request().headers().wantsEventualConsistency()) {
            throw ODataError.unsupportedQuery("The specified cast needs the header 'ConsistencyLevel: eventual'.");
        }
        var devices = transitive(group(call)).stream()
                .filter(DemoEntraDevice.class::isInstance)
                .toList();
        return members(call, devices);
    }

    private List<Object> direct(DemoGroup group) {
        var groups = directory.population().groups();
        var members = new ArrayList<Object>(groups.groupsIn(group));
        groups.devicesIn(group).forEach(number -> {
            var device = directory.devices().at(number);
            if (device != null) {
                members.add(device);
            }
        });
        groups.peopleIn(group)
                .forEach(number -> members.add(directory.population().person(number)));
        return members;
    }

    private List<Object> transitive(DemoGroup group) {
        var all = new ArrayList<>(direct(group));
        directory.population().groups().groupsIn(group).forEach(inner -> all.addAll(transitive(inner)));
        return all;
    }

    private ODataResponse members(Call call, List<?> members) {
        int size = Math.min(999, top(call));
        long from = call.query().has("$skiptoken") ? position(call) : 0;
        var page = SparseRows.of(List.<Object>copyOf(members)).page(from, size, member -> true);
        var root = call.request().serviceRoot();
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", root + "/$metadata#directoryObjects");
            if (!page.isLast()) {
                var token = PageToken.of(Listing.PAGE_TOKEN, page.next(), call.template())
                        .encode();
                json.writeStringProperty(
                        "@odata.nextLink",
                        root + call.request().path() + "?" + call.query().with("$skiptoken", token));
            }
            json.writeArrayPropertyStart("value");
            page.rows().forEach(member -> write(json, member, call));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static int top(Call call) {
        var top = call.query().get("$top");
        return top != null && top.matches("[1-9]\\d{0,2}") ? Integer.parseInt(top) : 100;
    }

    private static long position(Call call) {
        var token = String.valueOf(call.query().get("$skiptoken"));
        return PageToken.decode(Listing.PAGE_TOKEN, token)
                .orElseThrow(ODataError::expiredPageToken)
                .number(0);
    }

    /** Members of a type that the caller may not read show their type and ID only. */
    private static void write(JsonGenerator json, Object member, Call call) {
        var caller = call.request().caller();
        var select = call.query().get("$select");
        json.writeStartObject();
        switch (member) {
            case DemoEntraDevice device ->
                write(
                        json,
                        "device",
                        DeviceSchema.DEVICES,
                        device,
                        select,
                        caller.hasAnyPermission(List.of(
                                "Device.Read.All",
                                "Device.ReadWrite.All",
                                "Directory.Read.All",
                                "Directory.ReadWrite.All")));
            case Employee person ->
                write(json, "user", UserSchema.USERS, person, select, UserSchema.mayReadNames(caller));
            case DemoGroup group -> write(json, "group", GROUPS, group, select, true);
            default -> throw new IllegalStateException("No member of a group: " + member.getClass());
        }
        json.writeEndObject();
    }

    private static <T> void write(
            JsonGenerator json, String type, Schema<T> schema, T row, @Nullable String select, boolean readable) {
        json.writeStringProperty("@odata.type", "#microsoft.graph." + type);
        if (readable) {
            schema.write(json, row, schema.selectKnown(select), false);
        } else {
            json.writeStringProperty("id", schema.idOf(row));
        }
    }
}
