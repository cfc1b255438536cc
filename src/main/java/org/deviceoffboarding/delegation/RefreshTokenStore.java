package org.deviceoffboarding.delegation;

import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.signin.SignInRefusal;

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

    /**
     * Remembers what the tenant said where it refused, unless another token is kept than the one that was refused. It is forgotten
     * once the tenant accepts the identity again.
     */
    void refused(EncryptedToken refused, SignInRefusal why, Instant at);
}
