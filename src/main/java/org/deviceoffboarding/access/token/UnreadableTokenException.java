package org.deviceoffboarding.access.token;

import org.jspecify.annotations.Nullable;

/** A token that is kept can't be read with the portal's key. Holds neither. */
public class UnreadableTokenException extends RuntimeException {

    private final boolean otherKey;

    public UnreadableTokenException(boolean otherKey, @Nullable Throwable cause) {
        super(otherKey ? "It was kept with another key" : "It is not as it was kept for its owner", cause);
        this.otherKey = otherKey;
    }

    /** Returns whether the portal has another key than the one that it was kept with; else it was changed or moved. */
    public boolean otherKey() {
        return otherKey;
    }
}
