package org.deviceoffboarding.demotenant.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite.What;
import org.deviceoffboarding.demotenant.population.IdKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes and deletes Entra devices, as far as the caller's directory role and the operating system allow. */
final class DeviceWrites implements Resource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<DirectoryRole> CHANGE_ANYTHING =
            Set.of(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.INTUNE_ADMINISTRATOR);
    private static final Set<DirectoryRole> DELETE = Set.of(
            DirectoryRole.GLOBAL_ADMINISTRATOR,
            DirectoryRole.INTUNE_ADMINISTRATOR,
            DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR,
            DirectoryRole.WINDOWS_365_ADMINISTRATOR);
    private static final Set<String> CHANGEABLE = Set.of("accountEnabled", "extensionAttributes");

    private final Directory directory;

    DeviceWrites(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("PATCH", "/devices/{id}", call -> change(call, IdKind.ENTRA_OBJECT));
        routes.add("PATCH", "/devices(deviceId='{id}')", call -> change(call, IdKind.ENTRA_DEVICE));
        routes.add("DELETE", "/devices/{id}", call -> delete(call, IdKind.ENTRA_OBJECT));
        routes.add("DELETE", "/devices(deviceId='{id}')", call -> delete(call, IdKind.ENTRA_DEVICE));
    }

    private ODataResponse change(Call call, IdKind kind) {
        var body = body(call.request());
        var device = directory.deviceToChange(kind, call.argument());
        checkProperties(body);
        checkMayChange(call.request().caller(), device, body);
        var enabled = body.path("accountEnabled");
        if (!enabled.isMissingNode() && !enabled.isBoolean()) {
            throw ODataError.badRequest("Invalid value specified for property 'accountEnabled' of resource 'Device'.");
        }
        var attributes = attributes(body.path("extensionAttributes"));
        if (enabled.isBoolean()) {
            directory.write(call, device, enabled.booleanValue() ? What.ENABLED : What.DISABLED);
        }
        if (!attributes.isEmpty()) {
            directory.write(call, device, What.ATTRIBUTES_SET, attributes);
        }
        return ODataResponse.noContent();
    }

    private static JsonNode body(ODataRequest request) {
        try {
            var body = JSON.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ODataError unreadable() {
        return new ODataError(
                400,
                "BadRequest",
                "Unable to read JSON request payload. Please ensure Content-Type header"
                        + " is set and payload is of valid JSON format.");
    }

    private static void checkProperties(JsonNode body) {
        for (String property : body.propertyNames()) {
            if (!CHANGEABLE.contains(property)) {
                throw ODataError.badRequest(
                        "Property '" + property + "' is read-only and cannot be set, or is unknown.");
            }
        }
    }

    /** An app alone changes only Windows devices, apart from their extension attributes. */
    private static void checkMayChange(Caller caller, DemoEntraDevice device, JsonNode body) {
        checkUnit(device);
        boolean enables = body.has("accountEnabled");
        if (caller.appOnly()) {
            if (enables && !device.runsWindows()) {
                throw ODataError.forbidden();
            }
            return;
        }
        boolean enablesOnly = enables && body.size() == 1;
        boolean allowed = caller.hasAny(CHANGE_ANYTHING)
                || (enablesOnly && caller.hasAny(Set.of(DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR)));
        if (!allowed) {
            throw ODataError.forbidden();
        }
    }

    /** Nobody in this tenant has a role that is assigned in a restricted unit. */
    private static void checkUnit(DemoEntraDevice device) {
        if (device.isManagementRestricted()) {
            throw ODataError.forbidden();
        }
    }

    private static Map<String, String> attributes(JsonNode node) {
        var attributes = new HashMap<String, String>();
        node.properties().forEach(attribute -> {
            if (!attribute.getKey().matches("extensionAttribute([1-9]|1[0-5])")) {
                throw ODataError.badRequest("Property '" + attribute.getKey() + "' does not exist.");
            }
            attributes.put(attribute.getKey(), attribute.getValue().asString(""));
        });
        return attributes;
    }

    private ODataResponse delete(Call call, IdKind kind) {
        var caller = call.request().caller();
        if (!caller.appOnly() && !caller.hasAny(DELETE)) {
            throw ODataError.forbidden();
        }
        var device = directory.deviceToChange(kind, call.argument());
        checkUnit(device);
        directory.write(call, device, device.deletedForGoodAtOnce() ? What.DELETED_FOR_GOOD : What.DELETED);
        return ODataResponse.noContent();
    }
}
