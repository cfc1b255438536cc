package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoAutopilotIdentity;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** Reads Windows Autopilot identities. Equality is no filter here, as in the real service. */
final class AutopilotResource implements Resource {

    private static final Schema<DemoAutopilotIdentity> IDENTITIES = new Schema<DemoAutopilotIdentity>(
                    "windowsAutopilotDeviceIdentity", "deviceManagement/windowsAutopilotDeviceIdentities", false)
            .with("id", DemoAutopilotIdentity::id)
            .with("groupTag", DemoAutopilotIdentity::groupTag, CONTAINS)
            .with("purchaseOrderIdentifier", identity -> "")
            .with("serialNumber", DemoAutopilotIdentity::serialNumber, CONTAINS)
            .with("productKey", identity -> "")
            .with("manufacturer", DemoAutopilotIdentity::manufacturer, CONTAINS)
            .with("model", DemoAutopilotIdentity::model, CONTAINS)
            .with("enrollmentState", DemoAutopilotIdentity::enrollmentState)
            .with("lastContactedDateTime", DemoAutopilotIdentity::lastContacted)
            .with("addressableUserName", identity -> "")
            .with("userPrincipalName", identity -> "")
            .with("resourceName", identity -> "")
            .with("skuNumber", identity -> "")
            .with("systemFamily", identity -> "")
            .with("azureActiveDirectoryDeviceId", DemoAutopilotIdentity::azureActiveDirectoryDeviceId)
            .with("managedDeviceId", DemoAutopilotIdentity::managedDeviceId)
            .with("displayName", identity -> "", CONTAINS);

    private final Population population;
    private final Listing<DemoAutopilotIdentity> listing = Listing.ofIntune(IDENTITIES);

    AutopilotResource(Population population) {
        this.population = population;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/deviceManagement/windowsAutopilotDeviceIdentities", call -> listing.answer(call, identities()));
        routes.get("/deviceManagement/windowsAutopilotDeviceIdentities/{id}", this::single);
    }

    private SparseRows<DemoAutopilotIdentity> identities() {
        return new SparseRows<>() {
            @Override
            public long end() {
                return population.size();
            }

            @Override
            public @Nullable DemoAutopilotIdentity at(long position) {
                return population.autopilot().identity((int) position);
            }
        };
    }

    private ODataResponse single(Call call) {
        var identity = population.autopilot().find(call.argument());
        if (identity == null) {
            throw new ODataError(404, "ResourceNotFound", "Resource not found: " + call.argument());
        }
        return IDENTITIES.single(call, identity);
    }
}
