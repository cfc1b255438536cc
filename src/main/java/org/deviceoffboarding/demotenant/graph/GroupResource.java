package org.deviceoffboarding.demotenant.graph;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoGroup;

/** Reads security groups and who is in them. */
final class GroupResource implements Resource {

    private final Directory directory;
    private final Listing<DemoGroup> listing = Listing.ofEntra(GroupSchema.GROUPS, 100, 999);

    GroupResource(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/groups", call -> listing.answer(call, SparseRows.of(groups())));
        routes.get("/groups/{id}", call -> GroupSchema.GROUPS.single(call, group(call)));
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

    private static ODataResponse members(Call call, List<?> members) {
        return Members.answer(call, SparseRows.of(List.<Object>copyOf(members)));
    }
}
