package org.deviceoffboarding.audit.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The JDK's Ed25519, with keys as they are written down. */
final class Ed25519 {

    static final int PUBLIC_LENGTH = 32;

    private static final String NAME = "Ed25519";

    /** What stands before the 32 bytes of a public key in its X.509 form. */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static KeyPair create() {
        try {
            return KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** @throws InvalidKeySpecException if it is the key of another algorithm, or none */
    static KeyPair pair(byte[] pkcs8) throws InvalidKeySpecException {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key instanceof EdECPrivateKey edwards && edwards.getBytes().isPresent()) {
                return pair(new Seed(edwards.getBytes().get()));
            }
            throw new InvalidKeySpecException("It has no private key");
        } catch (InvalidKeySpecException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The public key is made from the private one as when both were made: the file holds the private key alone. */
    private static KeyPair pair(SecureRandom seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
        generator.initialize(NamedParameterSpec.ED25519, seed);
        return generator.generateKeyPair();
    }

    /** Gives the bytes of a private key instead of random ones. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("A private key has " + seed.length + " bytes, not " + bytes.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    /** Returns the 32 bytes of a public key. */
    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, PUBLIC_PREFIX.length, encoded.length);
    }

    /** @throws InvalidKeySpecException if it is no public key */
    static PublicKey publicKey(byte[] bytes) throws InvalidKeySpecException {
        if (bytes.length != PUBLIC_LENGTH) {
            throw new InvalidKeySpecException("A public key has " + PUBLIC_LENGTH + " bytes");
        }
        byte[] encoded = Arrays.copyOf(PUBLIC_PREFIX, PUBLIC_PREFIX.length + PUBLIC_LENGTH);
        System.arraycopy(bytes, 0, encoded, PUBLIC_PREFIX.length, PUBLIC_LENGTH);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static boolean isSigned(PublicKey key, byte[] content, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("This Java can't sign with Ed25519", e);
    }
}
