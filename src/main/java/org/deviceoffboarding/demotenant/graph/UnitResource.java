package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.EQ;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.unit.DemoUnit;
import org.jspecify.annotations.Nullable;

/** Reads administrative units and who is in them. */
final class UnitResource implements Resource {

    private static final Schema<DemoUnit> UNITS = new Schema<DemoUnit>(
                    "administrativeUnit", "directory/administrativeUnits", false)
            .with("id", DemoUnit::id, EQ)
            .with("deletedDateTime", unit -> null)
            .with("description", unit -> null)
            .with("displayName", DemoUnit::displayName, EQ)
            .with("isMemberManagementRestricted", unit -> unit.restricted() ? true : null)
            .with("membershipRule", unit -> null)
            .with("membershipType", unit -> null)
            .with("visibility", unit -> unit.hidden() ? "HiddenMembership" : null);

    private final Directory directory;
    private final Listing<DemoUnit> listing = Listing.ofEntra(UNITS, 100, 999);

    UnitResource(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/directory/administrativeUnits", call -> listing.answer(call, SparseRows.of(units())));
        routes.get("/directory/administrativeUnits/{id}/members", call -> Members.answer(call, members(unit(call))));
    }

    private List<DemoUnit> units() {
        return directory.population().units().all();
    }

    private DemoUnit unit(Call call) {
        return units().stream()
                .filter(unit -> unit.id().equalsIgnoreCase(call.argument()))
                .findFirst()
                .orElseThrow(() -> ODataError.notFound(call.argument()));
    }

    /** The first two are a person and a group; who is in a hidden unit only its members see. */
    private SparseRows<Object> members(DemoUnit unit) {
        if (unit.hidden()) {
            return SparseRows.of(List.of());
        }
        SparseRows<DemoEntraDevice> devices = directory.devices();
        List<Object> others = List.of(
                directory.population().person(0),
                directory.population().groups().all().getFirst());
        return new SparseRows<>() {
            @Override
            public long end() {
                return others.size() + devices.end();
            }

            @Override
            public @Nullable Object at(long position) {
                if (position < others.size()) {
                    return others.get((int) position);
                }
                DemoEntraDevice device = devices.at(position - others.size());
                return device != null && device.units().contains(unit) ? device : null;
            }
        };
    }
}
