package org.deviceoffboarding.delegation;

import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;

/**
 * Where the refresh token of one identity is kept. What writes is called in a short transaction of its own; none is held while
 * the network is asked.
 */
public interface RefreshTokenStore {

    /** Returns the token as it is kept now. Throws an exception of the module's own where there is none. */
    EncryptedToken get();

    /**
     * Keeps the token that the tenant gave for the one before, unless someone kept another meanwhile.
     *
     * @param used the one before, as it was got
     */
    void replace(EncryptedToken used, EncryptedToken next, Instant usedAt);

    /** Marks the identity as no longer accepted by the tenant, unless another token is kept than the one that was refused. */
    void expired(EncryptedToken refused);
}
