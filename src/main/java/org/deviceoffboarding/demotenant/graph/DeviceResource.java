package org.deviceoffboarding.demotenant.graph;

import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.Employee;
import org.deviceoffboarding.demotenant.population.IdKind;
import tools.jackson.core.JsonGenerator;

/** Reads Entra devices. */
final class DeviceResource implements Resource {

    private final Directory directory;
    private final Listing<DemoEntraDevice> listing = Listing.ofEntra(DeviceSchema.DEVICES, 100, 999);

    DeviceResource(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/devices", call -> listing.answer(call, directory.devices(), directory::devicesNamedBy));
        routes.get("/devices/$count", call -> listing.count(call, directory.devices()));
        routes.get("/devices/{id}", call -> device(call, IdKind.ENTRA_OBJECT));
        routes.get("/devices(deviceId='{id}')", call -> device(call, IdKind.ENTRA_DEVICE));
        routes.get("/devices/{id}/registeredOwners", this::people);
        routes.get("/devices/{id}/registeredUsers", this::people);
    }

    private ODataResponse device(Call call, IdKind kind) {
        if (kind == IdKind.ENTRA_OBJECT && call.argument().length() != 36) {
            throw ODataError.badRequest("Invalid object identifier '" + call.argument() + "'.");
        }
        var schema = call.suffers(Fault.Kind.MANAGEMENT_RESTRICTED) ? DeviceSchema.RESTRICTED : DeviceSchema.DEVICES;
        return schema.single(call, directory.device(kind, call.argument()));
    }

    /** People's names need a permission to read users; without it only type and ID come back. */
    private ODataResponse people(Call call) {
        var device = directory.device(IdKind.ENTRA_OBJECT, call.argument());
        var owners = directory.population().owners().of(device.id(), device.owner());
        var selection = UserSchema.USERS.select(call.query().get("$select"));
        boolean named = UserSchema.mayReadNames(call.request().caller());
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.request().serviceRoot() + "/$metadata#directoryObjects");
            json.writeArrayPropertyStart("value");
            for (Employee owner : owners) {
                write(json, owner, selection, named);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Employee person, Schema.Selection selection, boolean named) {
        json.writeStartObject();
        json.writeStringProperty("@odata.type", "#microsoft.graph.user");
        if (named) {
            UserSchema.USERS.write(json, person, selection, false);
        } else {
            json.writeStringProperty("id", person.id());
        }
        json.writeEndObject();
    }
}
