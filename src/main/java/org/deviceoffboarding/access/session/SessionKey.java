package org.deviceoffboarding.access.session;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Which row a session belongs to. It is part of the authentication, so that whoever has the one knows the other. */
record SessionKey(UUID id) implements Serializable {

    /** Returns the key of an authentication; null where it is of no session that is kept. */
    static @Nullable SessionKey of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof SessionKey key ? key : null;
    }
}
