package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run reads of the tenant, for measurements that read the same. */
public final class ReadPaths {

    private ReadPaths() {}

    /** Returns the path of each list, with its query, by the table that it is kept in. */
    public static Map<String, String> since(Instant removed) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("entra_device", EntraDeviceRow.COLLECTION.path());
        paths.put("managed_device", ManagedDeviceRow.COLLECTION.path());
        paths.put("autopilot_identity", AutopilotIdentityRow.COLLECTION.path());
        paths.put("removal_event", AuditEventRow.collection(removed).path());
        return paths;
    }
}
