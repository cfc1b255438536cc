package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.Operator.*;

import org.deviceoffboarding.demotenant.population.AutopilotIdentity;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** Reads Windows Autopilot identities. Equality is no filter here, as in the real service. */
final class AutopilotResource implements Resource {

    private static final Schema<AutopilotIdentity> IDENTITIES = new Schema<AutopilotIdentity>(
                    "windowsAutopilotDeviceIdentity", "deviceManagement/windowsAutopilotDeviceIdentities", false)
            .with("id", AutopilotIdentity::id)
            .with("groupTag", AutopilotIdentity::groupTag, CONTAINS)
            .with("purchaseOrderIdentifier", identity -> "")
            .with("serialNumber", AutopilotIdentity::serialNumber, CONTAINS)
            .with("productKey", identity -> "")
            .with("manufacturer", AutopilotIdentity::manufacturer, CONTAINS)
            .with("model", AutopilotIdentity::model, CONTAINS)
            .with("enrollmentState", AutopilotIdentity::enrollmentState)
            .with("lastContactedDateTime", AutopilotIdentity::lastContacted)
            .with("addressableUserName", identity -> "")
            .with("userPrincipalName", identity -> "")
            .with("resourceName", identity -> "")
            .with("skuNumber", identity -> "")
            .with("systemFamily", identity -> "")
            .with("azureActiveDirectoryDeviceId", AutopilotIdentity::azureActiveDirectoryDeviceId)
            .with("managedDeviceId", AutopilotIdentity::managedDeviceId)
            .with("displayName", identity -> "", CONTAINS);

    private final Population population;
    private final Listing<AutopilotIdentity> listing = new Listing<>(IDENTITIES, Dialect.INTUNE, 1000, 1000);

    AutopilotResource(Population population) {
        this.population = population;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/deviceManagement/windowsAutopilotDeviceIdentities", call -> listing.answer(call, identities()));
        routes.get("/deviceManagement/windowsAutopilotDeviceIdentities/{id}", this::single);
    }

    private Rows<AutopilotIdentity> identities() {
        return new Rows<>() {
            @Override
            public long end() {
                return population.size();
            }

            @Override
            public @Nullable AutopilotIdentity at(long position) {
                return population.autopilot().identity((int) position);
            }
        };
    }

    private GraphAnswer single(Call call) {
        var identity = population.autopilot().find(call.argument());
        if (identity == null) {
            throw new ODataError(404, "ResourceNotFound", "Resource not found: " + call.argument());
        }
        return IDENTITIES.single(call, identity);
    }
}
