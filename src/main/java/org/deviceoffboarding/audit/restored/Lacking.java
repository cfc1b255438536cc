package org.deviceoffboarding.audit.restored;

import org.jspecify.annotations.Nullable;

/** A restoration that names a checkpoint which the log signed, and which the database lacked. Said twice it is the same. */
record Lacking(FoundRestoration found) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lacking same && same.found.outside().equals(found.outside());
    }

    @Override
    public int hashCode() {
        return found.outside().hashCode();
    }
}
