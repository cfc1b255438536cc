package org.deviceoffboarding.demotenant.identity.proof;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** What the app registration accepts as a proof, beside its client secret: <em>Certificates & secrets</em> in Entra. */
@Component
public class AppCredentials {

    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<FederatedCredential> federated = new CopyOnWriteArrayList<>(List.of(WorkloadIssuer.CREDENTIAL));
    private volatile boolean secretExpired;

    /** Adds a certificate, of which Entra is given the public part. */
    public void add(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** Removes all certificates. */
    public void removeCertificates() {
        certificates.clear();
    }

    /** Returns the certificate of a thumbprint. */
    Optional<X509Certificate> certificate(String thumbprint) {
        return certificates.stream()
                .filter(each -> Thumbprints.sha256(each).equals(thumbprint))
                .findFirst();
    }

    /** Lets the tokens of another issuer that are about somebody prove the app, or no longer. */
    public void trustWorkload(boolean trusted) {
        federated.remove(WorkloadIssuer.CREDENTIAL);
        if (trusted) {
            federated.add(WorkloadIssuer.CREDENTIAL);
        }
    }

    /** Returns whether they do. */
    public boolean trustsWorkload() {
        return federated.contains(WorkloadIssuer.CREDENTIAL);
    }

    /** Returns the issuer of those tokens. */
    public String workloadIssuer() {
        return WorkloadIssuer.ISSUER;
    }

    List<FederatedCredential> federated() {
        return List.copyOf(federated);
    }

    /** Lets the client secret be older than it may be, or good again. */
    public void expireSecret(boolean expired) {
        secretExpired = expired;
    }

    /** Returns whether the client secret is older than it may be. */
    public boolean secretExpired() {
        return secretExpired;
    }

    /** Accepts again what was accepted at first; certificates stay. */
    public void reset() {
        secretExpired = false;
        trustWorkload(true);
    }
}
