package org.deviceoffboarding.demotenant.graph;

import java.util.Set;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite;

/** The container that keeps deleted devices for 30 days. */
final class DeletedItems implements Resource {

    private static final Set<DirectoryRole> RESTORE = Set.of(
            DirectoryRole.GLOBAL_ADMINISTRATOR,
            DirectoryRole.INTUNE_ADMINISTRATOR,
            DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR);

    private final Directory directory;
    private final Listing<DemoEntraDevice> listing =
            Listing.ofEntra(DeviceSchema.DEVICES, 100, 999, "deleteddatetime", "deleteddatetime asc");

    DeletedItems(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/directory/deletedItems", call -> {
            throw ODataError.badRequest(
                    "The type of the deleted items has to be named, such as microsoft.graph.device.");
        });
        routes.get(
                "/directory/deletedItems/microsoft.graph.device",
                call -> listing.answer(call, SparseRows.of(directory.deletedDevices())));
        routes.get(
                "/directory/deletedItems/microsoft.graph.device/$count",
                call -> listing.count(call, SparseRows.of(directory.deletedDevices())));
        routes.get(
                "/directory/deletedItems/{id}",
                call -> DeviceSchema.DEVICES.single(call, directory.deletedDevice(call.argument())));
        routes.add("POST", "/directory/deletedItems/{id}/restore", this::restore);
        routes.add("DELETE", "/directory/deletedItems/{id}", this::deleteForGood);
    }

    private ODataResponse restore(Call call) {
        var restored = directory.write(call, permitted(call), DeviceWrite.What.RESTORED);
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "@odata.context", call.request().serviceRoot() + "/$metadata#directoryObjects/$entity");
            json.writeStringProperty("@odata.type", "#microsoft.graph.device");
            DeviceSchema.DEVICES.write(json, restored, DeviceSchema.DEVICES.select(null), false);
            json.writeEndObject();
        });
    }

    private ODataResponse deleteForGood(Call call) {
        directory.write(call, permitted(call), DeviceWrite.What.DELETED_FOR_GOOD);
        return ODataResponse.noContent();
    }

    private DemoEntraDevice permitted(Call call) {
        var caller = call.request().caller();
        if (!caller.appOnly() && !caller.hasAny(RESTORE)) {
            throw ODataError.forbidden();
        }
        return directory.deletedDeviceToChange(call.argument());
    }
}
