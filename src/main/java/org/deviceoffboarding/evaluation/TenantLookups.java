package org.deviceoffboarding.evaluation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Looks up what people name, with the identity that runs have, before a run needs it. Waits some seconds at most, and never
 * throws: what can't be told is {@link Lookup.State#UNANSWERED}. Asks for no role.
 */
public interface TenantLookups {

    /** Looks up a group by its ID or its exact name. */
    Lookup group(String idOrName);

    /** Looks up a person by the whole user principal name or the object ID. */
    Lookup user(String idOrName);

    /**
     * Returns those of these IDs that no device of the inventory has, nor any that was in Intune before, whichever of the three
     * IDs it is; nothing while there is no inventory.
     */
    Optional<Set<UUID>> unknown(Collection<UUID> deviceIds);
}
