package org.deviceoffboarding.demotenant.identity.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Issues tokens to the portal as a Kubernetes cluster does to its pods, with a key of its own. The app registration trusts it. */
@Component
public class WorkloadIssuer {

    /** Nobody reaches it: its key is known here. */
    static final String ISSUER = "https://workload.contoso.example";

    static final String SUBJECT = "system:serviceaccount:portal:portal";

    /** What Entra asks for. Source: Workload identity federation, important considerations. */
    static final String AUDIENCE = "api://AzureADTokenExchange";

    static final FederatedCredential CREDENTIAL = new FederatedCredential(ISSUER, SUBJECT, AUDIENCE);

    private static final Duration LIFETIME = Duration.ofHours(1);

    /** Made once it is asked for: that takes a part of a start, and few portals prove themselves so. */
    private final SingletonSupplier<RSAKey> key = SingletonSupplier.of(WorkloadIssuer::newKey);

    private final Clock clock;

    WorkloadIssuer(Clock clock) {
        this.clock = clock;
    }

    /** Returns a new token for the portal, good for an hour. */
    public String token() {
        return token(SUBJECT, AUDIENCE, clock.instant());
    }

    /** Returns a token that need not be right. */
    public String token(String subject, String audience, Instant issuedAt) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.obtain().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(subject)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(issuedAt))
                        .notBeforeTime(Date.from(issuedAt))
                        .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
                        .build());
        try {
            token.sign(new RSASSASigner(key.obtain()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has RS256", e);
        }
        return token.serialize();
    }

    RSAPublicKey publicKey() {
        try {
            return key.obtain().toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key that was made here is one of RSA", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }
}
