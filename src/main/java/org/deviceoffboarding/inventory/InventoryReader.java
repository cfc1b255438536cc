package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.graph.AccessTokens;
import org.springframework.stereotype.Component;

/** Reads the tenant into the inventory. Only the shape, until the module itself is merged. */
@Component
public class InventoryReader {

    public void read(long runId, Instant removedSince, AccessTokens tokens, ReadingListener listener) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }

    public Set<UUID> confirm(long runId, Collection<UUID> deviceIds, AccessTokens tokens) {
        throw new UnsupportedOperationException("The inventory module is not merged yet");
    }
}
