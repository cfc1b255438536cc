package org.deviceoffboarding.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The certificates of one key that a file holds: one that was renewed may stand beside the former, also before it is valid.
 *
 * @param all one or more
 */
record AppCertificates(List<AppCertificate> all) {

    /** Entra takes no shorter one, and neither does anybody else. */
    private static final int SHORTEST_KEY = 2048;

    private static final String RSA_KEY = "RSA PRIVATE KEY";

    AppCertificates {
        all = List.copyOf(all);
    }

    /**
     * Reads the key and its certificates from a file's text, in which further ones, such as their issuers', may stand.
     *
     * @throws ProofUnusableException if they are not there or do not belong together
     */
    static AppCertificates parse(String text) {
        List<PemBlocks.Block> blocks;
        try {
            blocks = PemBlocks.in(text);
        } catch (IllegalArgumentException damaged) {
            throw unusable("is damaged: something in it is not in PEM form. Write it anew.");
        }
        RSAPrivateKey key = key(blocks.stream().filter(PemBlocks.Block::isKey).toList());
        List<X509Certificate> certificates = blocks.stream()
                .filter(PemBlocks.Block::isCertificate)
                .map(block -> certificate(block.content()))
                .toList();
        if (certificates.isEmpty()) {
            throw unusable("has a private key and no certificate: add the certificate to it, in PEM form.");
        }
        List<AppCertificate> ours = certificates.stream()
                .filter(each -> belongsTo(key, each))
                .map(each -> new AppCertificate(key, each))
                .toList();
        if (ours.isEmpty()) {
            throw unusable(
                    "has a private key and a certificate that do not belong together: put the key there that the certificate was"
                            + " made with.");
        }
        return new AppCertificates(ours);
    }

    /**
     * Returns the one that counts at a time: of those that are valid the one that ends last; where none is, the next one to be, or else the
     * last one that was.
     */
    AppCertificate at(Instant now) {
        Comparator<AppCertificate> byEnd = Comparator.comparing(AppCertificate::validUntil);
        return only(each -> each.isGood(now))
                .max(byEnd)
                .or(() -> only(each -> each.isEarly(now)).min(Comparator.comparing(AppCertificate::validFrom)))
                .or(() -> all.stream().max(byEnd))
                .orElseThrow();
    }

    private Stream<AppCertificate> only(Predicate<AppCertificate> wanted) {
        return all.stream().filter(wanted);
    }

    private static RSAPrivateKey key(List<PemBlocks.Block> keys) {
        if (keys.isEmpty()) {
            throw unusable(
                    "has no private key in PEM form: put the certificate's private key and the certificate into one file.");
        }
        if (keys.size() > 1) {
            throw unusable("has several private keys: keep the one that belongs to the certificate.");
        }
        PemBlocks.Block block = keys.getFirst();
        if (block.label().startsWith("ENCRYPTED") || block.content().length == 0) {
            throw unusable(
                    "has an encrypted private key, and there is nobody to ask for its password: write the key without"
                            + " one ('openssl pkey -in <file>' does), and let only the portal's user read the file.");
        }
        return key(block);
    }

    private static RSAPrivateKey key(PemBlocks.Block block) {
        byte[] encoded = block.label().equals(RSA_KEY) ? DerText.rsaKeyInfo(block.content()) : block.content();
        try {
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded))
                            instanceof RSAPrivateKey key
                    && key.getModulus().bitLength() >= SHORTEST_KEY) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw unusable(
                    "has a private key that is not one of RSA, or is damaged: Entra takes certificates with RSA keys.");
        }
        throw unusable("has an RSA key of less than " + SHORTEST_KEY + " bits, which is too short: make a longer one.");
    }

    private static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw unusable("has a certificate that is damaged: export it anew, in PEM form.");
        }
    }

    private static boolean belongsTo(RSAPrivateKey key, X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey other
                && other.getModulus().equals(key.getModulus());
    }

    private static ProofUnusableException unusable(String what) {
        return ProofUnusableException.ofFile(ProofKind.CERTIFICATE, what, null);
    }
}
