package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.Operator.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.graph.Property.Shown;
import org.deviceoffboarding.demotenant.population.EntraDevice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** What Graph tells about an Entra device, including what Microsoft's metadata leaves out. */
final class DeviceSchema {

    private static final List<SerializedString> EXTENSION_ATTRIBUTES = IntStream.rangeClosed(1, 15)
            .mapToObj(number -> new SerializedString("extensionAttribute" + number))
            .toList();

    static final Schema<EntraDevice> DEVICES = new Schema<EntraDevice>("device", "devices", false)
            .with("id", EntraDevice::id, EQ, IN)
            .with("deletedDateTime", device -> device.state().deletedAt())
            .with("accountEnabled", EntraDevice::accountEnabled, EQ, NE, IN)
            .with("approximateLastSignInDateTime", EntraDevice::signedIn, EQ, NE, GE, LE)
            .with("complianceExpirationDateTime", device -> null)
            .with("createdDateTime", EntraDevice::registered)
            .with("deviceCategory", device -> null)
            .with("deviceId", EntraDevice::deviceId, EQ, NE, IN, STARTSWITH)
            .with("deviceMetadata", device -> null)
            .with("deviceOwnership", EntraDevice::deviceOwnership)
            .with("deviceVersion", device -> 2)
            .with("displayName", EntraDevice::displayName, EQ, NE, GE, LE, IN, STARTSWITH)
            .with("domainName", device -> null)
            .with("enrollmentProfileName", EntraDevice::enrollmentProfileName)
            .with("enrollmentType", EntraDevice::enrollmentType)
            .with("externalSourceName", device -> null)
            .with("isCompliant", EntraDevice::isCompliant, EQ, NE)
            .with("isManaged", EntraDevice::isManaged, EQ, NE)
            .with("isManagementRestricted", device -> null)
            .with("isRooted", device -> null)
            .with("managementType", EntraDevice::managementType)
            .with("manufacturer", EntraDevice::manufacturer)
            .with("mdmAppId", EntraDevice::mdmAppId, EQ, NE, STARTSWITH)
            .with("model", EntraDevice::model)
            .with("onPremisesLastSyncDateTime", EntraDevice::onPremisesLastSync)
            .with("onPremisesSecurityIdentifier", Shown.ON_REQUEST, EntraDevice::onPremisesSecurityIdentifier)
            .with("onPremisesSyncEnabled", EntraDevice::onPremisesSyncEnabled, EQ, NE, IN)
            .with("operatingSystem", EntraDevice::operatingSystem, EQ, NE, GE, LE, STARTSWITH)
            .with("operatingSystemVersion", EntraDevice::operatingSystemVersion, EQ, NE, GE, LE, STARTSWITH)
            .with("physicalIds", EntraDevice::physicalIds)
            .with("profileType", EntraDevice::profileType)
            .with("registrationDateTime", EntraDevice::registered)
            .with("sourceType", device -> null)
            .with("systemLabels", device -> List.of())
            .with("trustType", EntraDevice::trustType, EQ, NE, IN)
            .with("extensionAttributes", device -> (GraphAnswer.Body)
                    json -> writeExtensionAttributes(json, device.state().extensionAttributes()))
            .with("alternativeSecurityIds", device -> (GraphAnswer.Body) json -> {
                json.writeStartArray();
                json.writeStartObject();
                json.writeNumberProperty("type", 2);
                json.writeNullProperty("identityProvider");
                json.writeStringProperty("key", device.alternativeSecurityKey());
                json.writeEndObject();
                json.writeEndArray();
            });

    private DeviceSchema() {}

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
