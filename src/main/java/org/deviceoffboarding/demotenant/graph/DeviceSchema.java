package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Property.Shown;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** What Graph tells about an Entra device, including what Microsoft's metadata leaves out. */
final class DeviceSchema {

    private static final List<SerializedString> EXTENSION_ATTRIBUTES = IntStream.rangeClosed(1, 15)
            .mapToObj(number -> new SerializedString("extensionAttribute" + number))
            .toList();

    static final Schema<DemoEntraDevice> DEVICES = devices(false);

    /** The same of a device in a restricted management administrative unit. */
    static final Schema<DemoEntraDevice> RESTRICTED = devices(true);

    private DeviceSchema() {}

    private static Schema<DemoEntraDevice> devices(boolean restricted) {
        return new Schema<DemoEntraDevice>("device", "devices", false)
                .with("id", DemoEntraDevice::id, EQ, IN)
                .with("deletedDateTime", device -> device.state().deletedAt())
                .with("accountEnabled", DemoEntraDevice::accountEnabled, EQ, NE, IN)
                .with("approximateLastSignInDateTime", DemoEntraDevice::signedIn, EQ, NE, GE, LE)
                .with("complianceExpirationDateTime", device -> null)
                .with("createdDateTime", DemoEntraDevice::registered)
                .with("deviceCategory", device -> null)
                .with("deviceId", DemoEntraDevice::deviceId, EQ, NE, IN, STARTSWITH)
                .with("deviceMetadata", device -> null)
                .with("deviceOwnership", DemoEntraDevice::deviceOwnership)
                .with("deviceVersion", device -> 2)
                .with("displayName", DemoEntraDevice::displayName, EQ, NE, GE, LE, IN, STARTSWITH)
                .with("domainName", device -> null)
                .with("enrollmentProfileName", DemoEntraDevice::enrollmentProfileName)
                .with("enrollmentType", DemoEntraDevice::enrollmentType)
                .with("externalSourceName", device -> null)
                .with("isCompliant", DemoEntraDevice::isCompliant, EQ, NE)
                .with("isManaged", DemoEntraDevice::isManaged, EQ, NE)
                .with("isManagementRestricted", device -> restricted || device.isManagementRestricted() ? true : null)
                .with("isRooted", device -> null)
                .with("managementType", DemoEntraDevice::managementType)
                .with("manufacturer", DemoEntraDevice::manufacturer)
                .with("mdmAppId", DemoEntraDevice::mdmAppId, EQ, NE, STARTSWITH)
                .with("model", DemoEntraDevice::model)
                .with("onPremisesLastSyncDateTime", DemoEntraDevice::onPremisesLastSync)
                .with("onPremisesSecurityIdentifier", Shown.ON_REQUEST, DemoEntraDevice::onPremisesSecurityIdentifier)
                .with("onPremisesSyncEnabled", DemoEntraDevice::onPremisesSyncEnabled, EQ, NE, IN)
                .with("operatingSystem", DemoEntraDevice::operatingSystem, EQ, NE, GE, LE, STARTSWITH)
                .with("operatingSystemVersion", DemoEntraDevice::operatingSystemVersion, EQ, NE, GE, LE, STARTSWITH)
                .with("physicalIds", DemoEntraDevice::physicalIds)
                .with("profileType", DemoEntraDevice::profileType)
                .with("registrationDateTime", DemoEntraDevice::registered)
                .with("sourceType", device -> null)
                .with("systemLabels", device -> List.of())
                .with("trustType", DemoEntraDevice::trustType, EQ, NE, IN)
                .with("extensionAttributes", device -> (ODataResponse.Body)
                        json -> writeExtensionAttributes(json, device.state().extensionAttributes()))
                .with("alternativeSecurityIds", device -> (ODataResponse.Body) json -> {
                    json.writeStartArray();
                    json.writeStartObject();
                    json.writeNumberProperty("type", 2);
                    json.writeNullProperty("identityProvider");
                    json.writeStringProperty("key", device.alternativeSecurityKey());
                    json.writeEndObject();
                    json.writeEndArray();
                });
    }

    private static void writeExtensionAttributes(JsonGenerator json, Map<String, String> attributes) {
        json.writeStartObject();
        for (var name : EXTENSION_ATTRIBUTES) {
            var value = attributes.isEmpty() ? null : attributes.get(name.getValue());
            json.writeName(name);
            json.writeString(value);
        }
        json.writeEndObject();
    }
}
