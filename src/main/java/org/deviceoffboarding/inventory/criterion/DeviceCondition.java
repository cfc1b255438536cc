package org.deviceoffboarding.inventory.criterion;

import java.util.List;

/**
 * Which of the listed devices are meant: what the inventory itself knows of them, and {@link DeviceSubset subsets} that features
 * pick, joined by "and", "or" and "not". A device of which something is not known does not meet a condition on it, and so meets the
 * opposite one: every device meets one of the two.
 */
public sealed interface DeviceCondition {

    /** Every device meets it. */
    DeviceCondition ALL = new All(List.of());

    /** All of these hold; of none of them: always. */
    record All(List<DeviceCondition> parts) implements DeviceCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these holds at least; of none of them: never. */
    record Any(List<DeviceCondition> parts) implements DeviceCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. */
    record Not(DeviceCondition part) implements DeviceCondition {}

    /** A feature picks the device. */
    record Picked(DeviceSubset devices) implements DeviceCondition {}

    /**
     * What {@code exactly} says. The other condition holds wherever that one does, and is there for an index that finds few devices.
     */
    record Found(Known by, Known exactly) implements DeviceCondition {}

    /**
     * What is listed of the device, as an expression on its row {@code e}; made by {@link Listed} alone.
     *
     * @param sql with {@code {}} for each value
     * @param values what PostgreSQL's driver takes
     */
    record Known(String sql, List<Object> values) implements DeviceCondition {
        public Known {
            values = List.copyOf(values);
        }

        Known(String sql, Object... values) {
            this(sql, List.of(values));
        }
    }
}
