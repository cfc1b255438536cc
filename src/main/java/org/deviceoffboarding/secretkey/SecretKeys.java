package org.deviceoffboarding.secretkey;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys that this portal reads with, and the one that it writes with. */
public interface SecretKeys {

    /**
     * Returns the key to encrypt with now. Another portal, or whoever runs this one, may have replaced the one before.
     *
     * @throws ReplacedKeyException if one did, and this portal does not have the new one
     */
    PortalKey current();

    /** Returns a key that values may be encrypted with still, by its ID. */
    Optional<PortalKey> find(String id);

    /** Returns all that are known, for values that do not say which one they are encrypted with. */
    Collection<PortalKey> all();

    /** Returns one key that is never replaced. */
    static SecretKeys only(PortalKey key) {
        return new SecretKeys() {
            @Override
            public PortalKey current() {
                return key;
            }

            @Override
            public Optional<PortalKey> find(String id) {
                return Optional.of(key).filter(each -> each.id().equals(id));
            }

            @Override
            public Collection<PortalKey> all() {
                return List.of(key);
            }
        };
    }
}
