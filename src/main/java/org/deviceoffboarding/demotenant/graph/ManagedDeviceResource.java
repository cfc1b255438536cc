package org.deviceoffboarding.demotenant.graph;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Filter;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** Reads Intune's records. */
final class ManagedDeviceResource implements Resource {

    private final Population population;
    private final Listing<DemoManagedDevice> listing = Listing.ofIntune(ManagedDeviceSchema.MANAGED_DEVICES);

    ManagedDeviceResource(Population population) {
        this.population = population;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/deviceManagement/managedDevices", call -> listing.answer(call, records(), this::named));
        routes.get("/deviceManagement/managedDevices/{id}", this::single);
    }

    private SparseRows<DemoManagedDevice> records() {
        return new SparseRows<>() {
            @Override
            public long end() {
                return (long) population.size() * Population.MOST_RECORDS;
            }

            @Override
            public @Nullable DemoManagedDevice at(long position) {
                return population.managedDevice(
                        (int) (position / Population.MOST_RECORDS), (int) (position % Population.MOST_RECORDS));
            }
        };
    }

    private @Nullable SparseRows<DemoManagedDevice> named(Filter filter) {
        var deviceIds = filter.valuesOf("azureADDeviceId");
        if (deviceIds == null || deviceIds.stream().anyMatch(ManagedDeviceResource::isNoKey)) {
            var ids = filter.valuesOf("id");
            return ids == null
                    ? null
                    : SparseRows.of(ids.stream()
                            .map(population::findManagedDevice)
                            .filter(java.util.Objects::nonNull)
                            .toList());
        }
        List<DemoManagedDevice> found = new ArrayList<>();
        deviceIds.forEach(id -> found.addAll(population.managedDevicesOf(id)));
        return SparseRows.of(found);
    }

    private static boolean isNoKey(String id) {
        return id.isEmpty() || id.startsWith("00000000-0000-0000");
    }

    private ODataResponse single(Call call) {
        var device = population.findManagedDevice(call.argument());
        if (device == null) {
            throw new ODataError(404, "ResourceNotFound", "Resource not found: " + call.argument());
        }
        return ManagedDeviceSchema.MANAGED_DEVICES.single(call, device);
    }
}
