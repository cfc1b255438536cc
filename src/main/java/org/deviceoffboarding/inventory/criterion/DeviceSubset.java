package org.deviceoffboarding.inventory.criterion;

import java.util.Map;

/**
 * Some of the devices, as something that a feature knows picks them.
 *
 * @param inside whether these devices are meant, or all but these
 * @param objectIds a select of object IDs, of the feature's own tables and views; {@code :run} is the run whose copy is listed,
 *     so that what a result says goes with the inventory that was read for it
 * @param parameters the named parameters of the select; the names begin with the name of the {@link DeviceCriterion}
 * @param marked that the select has the device, as an expression on its row {@code e} of {@code packed_device} that is true or false; or
 *     empty where that row does not tell
 */
public record DeviceSubset(boolean inside, String objectIds, Map<String, Object> parameters, String marked) {

    public DeviceSubset {
        parameters = Map.copyOf(parameters);
    }

    public DeviceSubset(boolean inside, String objectIds, Map<String, Object> parameters) {
        this(inside, objectIds, parameters, "");
    }

    /** Returns the devices whose object IDs a select without parameters returns. */
    public static DeviceSubset in(String objectIds) {
        return new DeviceSubset(true, objectIds, Map.of());
    }

    /** Returns the devices whose object IDs a select without parameters does not return. */
    public static DeviceSubset notIn(String objectIds) {
        return new DeviceSubset(false, objectIds, Map.of());
    }

    /** Returns the same devices, which their packed rows tell, too. */
    public DeviceSubset marked(String expression) {
        return new DeviceSubset(inside, objectIds, parameters, expression);
    }
}
