package org.deviceoffboarding.demotenant.graph;

import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.Employee;

/** Reads the devices that are registered for a person. */
final class OwnedDevicesResource implements Resource {

    private final Directory directory;
    private final TenantPeople people;

    OwnedDevicesResource(Directory directory, TenantPeople people) {
        this.directory = directory;
        this.people = people;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/users/{id}/ownedDevices", this::owned);
    }

    private ODataResponse owned(Call call) {
        var person = people.find(call.argument());
        if (person == null) {
            throw ODataError.notFound(call.argument());
        }
        var devices = devicesOf(person);
        var selection = DeviceSchema.DEVICES.select(call.query().get("$select"));
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.request().serviceRoot() + "/$metadata#directoryObjects");
            json.writeArrayPropertyStart("value");
            for (DemoEntraDevice device : devices) {
                json.writeStartObject();
                json.writeStringProperty("@odata.type", "#microsoft.graph.device");
                DeviceSchema.DEVICES.write(json, device, selection, false);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private List<DemoEntraDevice> devicesOf(Employee person) {
        return IntStream.range(0, directory.population().size())
                .mapToObj(number -> directory.devices().at(number))
                .filter(device -> device != null && person.equals(device.owner()))
                .toList();
    }
}
