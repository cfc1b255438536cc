package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The copies of the tenant, one for each run. Only the shape, until the module itself is merged. */
@Component
public class Inventories {

    public InventoryCounts counts(long runId) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }

    public void forEachFacts(long runId, @Nullable UUID after, int pageSize, Consumer<List<DeviceFacts>> pages) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }

    public Optional<DeviceFacts> facts(long runId, UUID objectId) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }

    public void publish(long runId) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }

    public void discard(long runId) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }
}
