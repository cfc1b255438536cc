package org.deviceoffboarding.demotenant.graph;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;

/** Tells whose tenant it is. */
final class OrganizationResource implements Resource {

    private static final String NAME = "Contoso Outdoor";
    private static final Instant CREATED = Instant.parse("2019-04-02T08:00:00Z");

    private static final Schema<Caller> ORGANIZATION = new Schema<Caller>("organization", "organization", false)
            .with("id", Caller::tenantId)
            .with("displayName", caller -> NAME)
            .with("createdDateTime", caller -> CREATED)
            .with("countryLetterCode", caller -> "DE")
            .with("tenantType", caller -> "AAD")
            .with("mobileDeviceManagementAuthority", caller -> "intune")
            .with("verifiedDomains", caller -> (ODataResponse.Body) json -> {
                json.writeStartArray();
                json.writeStartObject();
                json.writeStringProperty("name", "contoso.example");
                json.writeStringProperty("type", "Managed");
                json.writeBooleanProperty("isDefault", true);
                json.writeBooleanProperty("isInitial", true);
                json.writeEndObject();
                json.writeEndArray();
            });

    private final Listing<Caller> listing = Listing.ofEntra(ORGANIZATION, 100, 999);

    @Override
    public void addTo(Routes routes) {
        routes.get(
                "/organization",
                call -> listing.answer(
                        call, SparseRows.of(List.of(call.request().caller()))));
        routes.get("/organization/{id}", this::single);
    }

    private ODataResponse single(Call call) {
        if (!call.argument().equalsIgnoreCase(call.request().caller().tenantId())) {
            throw ODataError.notFound(call.argument());
        }
        return ORGANIZATION.single(call, call.request().caller());
    }
}
