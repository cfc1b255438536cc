package org.deviceoffboarding.evaluation.effect;

import java.util.Collection;
import java.util.UUID;

/** Work that goes by what is suggested, and leaves devices alone that are not any more. Declared as a bean. Asks for no role. */
public interface AwaitedDevices {

    /** Returns how many of these devices, by object ID, are in such work, which has not ended for them. */
    long count(Collection<UUID> objectIds);
}
