package org.deviceoffboarding.inventory.criterion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many devices have the same values.
 *
 * @param values one for each thing that devices are counted apart by; null where they have none
 */
public record GroupCount(List<@Nullable String> values, long devices) {

    public GroupCount {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
