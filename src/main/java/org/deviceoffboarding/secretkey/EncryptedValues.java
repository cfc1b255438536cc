package org.deviceoffboarding.secretkey;

/** What a module stores encrypted. A module that stores something so declares a bean of this type. */
public interface EncryptedValues {

    /**
     * Encrypts with the {@linkplain SecretKeys#current() current key} whatever is stored with another one. What somebody else stores
     * meanwhile is left as it is. Each value is a transaction of its own, and each call takes up where the one before ended.
     */
    Reencryption encryptAnew();
}
