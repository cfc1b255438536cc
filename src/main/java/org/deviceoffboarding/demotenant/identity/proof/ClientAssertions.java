package org.deviceoffboarding.demotenant.identity.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an assertion proves the app, and refuses it in Entra's words and with Entra's numbers. Sources: <em>Microsoft
 * identity platform application authentication certificate credentials</em> for what it must have; answers of Entra that people
 * published for the sentences.
 */
@Component
public class ClientAssertions {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    /** How far clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final AppCredentials credentials;
    private final WorkloadIssuer workload;

    ClientAssertions(AppCredentials credentials, WorkloadIssuer workload) {
        this.credentials = credentials;
        this.workload = workload;
    }

    /**
     * Returns the claims of an assertion that proves the app.
     *
     * @param clientId of the app
     * @param isTokenEndpoint whether an audience is this tenant's token endpoint
     * @throws OAuth2AuthenticationException if it does not, with Entra's sentence
     */
    public JWTClaimsSet verify(String assertion, String clientId, Predicate<String> isTokenEndpoint, Instant now) {
        SignedJWT token = parse(assertion);
        JWTClaimsSet claims = claims(token);
        if (clientId.equals(claims.getIssuer())) {
            verifyOwn(token, claims, clientId, isTokenEndpoint, now);
        } else {
            verifyFederated(token, claims, now);
        }
        return claims;
    }

    private void verifyOwn(
            SignedJWT token, JWTClaimsSet claims, String clientId, Predicate<String> isTokenEndpoint, Instant now) {
        if (!clientId.equals(claims.getSubject())) {
            throw refused("AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        String thumbprint = String.valueOf(token.getHeader().getX509CertSHA256Thumbprint());
        X509Certificate certificate = credentials
                .certificate(thumbprint)
                .orElseThrow(() -> refused(
                        "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on"
                                + " application. [Reason - The key was not found.]"));
        requireSigned(
                token, (RSAPublicKey) certificate.getPublicKey(), "The key was found, but the signature is wrong.");
        if (!now.isBefore(certificate.getNotAfter().toInstant())) {
            throw refused(
                    "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired.]");
        }
        if (claims.getAudience().stream().noneMatch(isTokenEndpoint)) {
            throw refused("AADSTS700023: Client assertion audience claim does not match Realm issuer.");
        }
        requireInTime(claims, now);
    }

    private void verifyFederated(SignedJWT token, JWTClaimsSet claims, Instant now) {
        List<FederatedCredential> ofIssuer = credentials.federated().stream()
                .filter(each -> each.issuer().equals(claims.getIssuer()))
                .toList();
        if (ofIssuer.isEmpty()) {
            throw unmatched(700211, "issuer");
        }
        List<FederatedCredential> ofSubject = ofIssuer.stream()
                .filter(each -> each.subject().equals(claims.getSubject()))
                .toList();
        if (ofSubject.isEmpty()) {
            throw unmatched(700213, "subject");
        }
        if (ofSubject.stream().noneMatch(each -> claims.getAudience().contains(each.audience()))) {
            throw unmatched(700212, "audience");
        }
        requireSigned(token, workload.publicKey(), "The key was not found.");
        requireInTime(claims, now);
    }

    private static void requireSigned(SignedJWT token, RSAPublicKey key, String otherwise) {
        try {
            if (ALGORITHMS.contains(token.getHeader().getAlgorithm()) && token.verify(new RSASSAVerifier(key))) {
                return;
            }
        } catch (JOSEException e) {
            throw refused("AADSTS50027: JWT token is invalid or malformed.");
        }
        throw refused("AADSTS700027: Client assertion contains an invalid signature. [Reason - " + otherwise + "]");
    }

    private static void requireInTime(JWTClaimsSet claims, Instant now) {
        Instant end = instant(claims.getExpirationTime());
        Instant begin = instant(claims.getNotBeforeTime());
        if (end == null
                || !now.minus(SKEW).isBefore(end)
                || (begin != null && now.plus(SKEW).isBefore(begin))) {
            throw refused("AADSTS700024: Client assertion is not within its valid time range. Current time: " + now
                    + ", assertion valid from " + begin + ", expiry time of assertion " + end + ".");
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static SignedJWT parse(String assertion) {
        try {
            return SignedJWT.parse(assertion);
        } catch (ParseException e) {
            throw refused("AADSTS50027: JWT token is invalid or malformed.");
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw refused("AADSTS50027: JWT token is invalid or malformed.");
        }
    }

    private static OAuth2AuthenticationException unmatched(int number, String what) {
        return refused(
                "AADSTS" + number + ": No matching federated identity record found for presented assertion " + what
                        + ". Check your federated identity credential Subject, Audience and Issuer against the presented assertion.");
    }

    private static OAuth2AuthenticationException refused(String sentence) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, sentence, null));
    }
}
