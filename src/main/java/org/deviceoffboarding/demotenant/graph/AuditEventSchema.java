package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.AuditEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What Graph tells about an event of Intune's audit log. */
final class AuditEventSchema {

    static final Schema<AuditEvent> AUDIT_EVENTS = new Schema<AuditEvent>(
                    "auditEvent", "deviceManagement/auditEvents", true)
            .with("id", AuditEvent::id, EQ)
            .with("displayName", AuditEvent::activityType, EQ)
            .with("componentName", AuditEvent::component, EQ)
            .with("activity", event -> null)
            .with("activityDateTime", AuditEvent::at, EQ, GT, GE, LT, LE)
            .with("activityType", AuditEvent::activityType, EQ, NE)
            .with("activityOperationType", AuditEvent::operationType, EQ)
            .with("activityResult", event -> event.success() ? "Success" : "Failure", EQ)
            .with("correlationId", AuditEvent::correlationId)
            .with("category", AuditEvent::category, EQ)
            .with("actor", event -> (ODataResponse.Body) json -> writeActor(json, event))
            .with("resources", event -> (ODataResponse.Body) json -> writeResources(json, event));

    private AuditEventSchema() {}

    private static void writeActor(JsonGenerator json, AuditEvent event) {
        json.writeStartObject();
        json.writeStringProperty("auditActorType", "ItPro");
        json.writeArrayPropertyStart("userPermissions");
        json.writeString("*");
        json.writeEndArray();
        json.writeStringProperty("applicationId", "5926fc8e-304e-4f59-8bed-58ca97cc39a4");
        json.writeStringProperty("applicationDisplayName", "Microsoft Intune portal extension");
        json.writeStringProperty("userPrincipalName", event.actor().userPrincipalName());
        json.writeNullProperty("servicePrincipalName");
        json.writeNullProperty("ipAddress"); // null in every real wipe event seen
        json.writeStringProperty("userId", event.actor().id());
        json.writeEndObject();
    }

    private static void writeResources(JsonGenerator json, AuditEvent event) {
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("displayName", event.resourceName());
        json.writeStringProperty("auditResourceType", event.resourceType());
        json.writeStringProperty("resourceId", event.resourceId());
        json.writeArrayPropertyStart("modifiedProperties");
        for (var property : List.of("AzureADDeviceId", "DeviceManagementAPIVersion")) {
            var value = property.equals("AzureADDeviceId") ? event.deviceId() : "5025-08-01";
            if (value != null) {
                writeProperty(json, property, value);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeProperty(JsonGenerator json, String name, @Nullable String value) {
        json.writeStartObject();
        json.writeStringProperty("displayName", name);
        json.writeNullProperty("oldValue");
        json.writeStringProperty("newValue", value);
        json.writeEndObject();
    }
}
