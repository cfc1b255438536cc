package org.deviceoffboarding.proof;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.TenantProperties;

/**
 * What was set for the portal to prove itself with; what is not set is empty.
 *
 * @param algorithm what is signed with the certificate's key by
 */
public record ProofSettings(String clientSecret, String certificateFile, String algorithm, String federatedTokenFile) {

    public ProofSettings {
        algorithm = algorithm.isBlank() ? RS256 : algorithm.strip();
    }

    /** What {@link #algorithm} may be. */
    static final String RS256 = "RS256";

    static final String PS256 = "PS256";

    public static ProofSettings of(TenantProperties tenant) {
        return new ProofSettings(
                tenant.clientSecret(),
                tenant.certificateFile(),
                tenant.certificateAlgorithm(),
                tenant.federatedTokenFile());
    }

    /** Returns whether anything is set that the portal could prove itself with. */
    public boolean any() {
        return !all().isEmpty();
    }

    /**
     * Returns the one way in which the portal proves itself.
     *
     * @throws ProofUnusableException unless there is exactly one
     */
    public ProofKind kind() {
        Map<ProofKind, String> all = all();
        if (all.isEmpty()) {
            throw ProofUnusableException.of(
                    ProofKind.CLIENT_SECRET,
                    "The portal has nothing to prove itself with: set one of PORTAL_TENANT_CLIENT_SECRET,"
                            + " PORTAL_TENANT_CERTIFICATE_FILE and PORTAL_TENANT_FEDERATED_TOKEN_FILE.");
        }
        ProofKind first = all.keySet().iterator().next();
        if (all.size() > 1) {
            throw ProofUnusableException.of(
                    first,
                    "The portal proves itself in one way: keep one of "
                            + all.keySet().stream().map(ProofKind::setting).collect(Collectors.joining(" and "))
                            + ", and leave out the rest.");
        }
        return first;
    }

    /**
     * Makes sure that there is exactly one proof, and that its file can be used. A certificate that is out of its time is not refused:
     * a new one may be on its way.
     *
     * @throws ProofUnusableException if not
     */
    public void check() {
        if (!algorithm.equals(RS256) && !algorithm.equals(PS256)) {
            throw ProofUnusableException.of(
                    ProofKind.CERTIFICATE,
                    "PORTAL_TENANT_CERTIFICATE_ALGORITHM is none that Entra takes: set RS256 or PS256, or leave it out for RS256.");
        }
        switch (kind()) {
            case CLIENT_SECRET -> {}
            case CERTIFICATE -> CertificateFile.read(Path.of(certificateFile.strip()));
            case FEDERATED_TOKEN -> new FederatedTokenFile(Path.of(federatedTokenFile.strip())).read();
        }
    }

    private Map<ProofKind, String> all() {
        Map<ProofKind, String> all = new EnumMap<>(Map.of(
                ProofKind.CLIENT_SECRET, clientSecret,
                ProofKind.CERTIFICATE, certificateFile,
                ProofKind.FEDERATED_TOKEN, federatedTokenFile));
        all.values().removeIf(String::isBlank);
        return all;
    }

    @Override
    public String toString() {
        return "ProofSettings" + all().keySet();
    }
}
