package org.deviceoffboarding.demotenant.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.deviceoffboarding.demotenant.identity.ledger.TenantSecret;
import org.deviceoffboarding.demotenant.identity.proof.ClientAssertions;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the assertion that an application proves itself with, as the provider's clock shows the time. No bean of the type that reads access tokens. */
class AssertionDecoder {

    private final ClientAssertions assertions;
    private final IdentitySwitches switches;
    private final SecretLedger ledger;
    private final Clock clock;
    private final String clientId;

    AssertionDecoder(
            ClientAssertions assertions, IdentitySwitches switches, SecretLedger ledger, Clock clock, String clientId) {
        this.assertions = assertions;
        this.switches = switches;
        this.ledger = ledger;
        this.clock = clock;
        this.clientId = clientId;
    }

    Jwt decode(String assertion) {
        ledger.note(TenantSecret.CLIENT_ASSERTION, assertion);
        JWTClaimsSet claims = assertions.verify(
                assertion,
                clientId,
                AssertionDecoder::isTokenEndpoint,
                clock.instant().plus(switches.clockAhead()));
        return Jwt.withTokenValue(assertion)
                .header("typ", "JWT")
                .issuer(claims.getIssuer())
                .subject(claims.getSubject())
                .audience(claims.getAudience())
                .build();
    }

    private static boolean isTokenEndpoint(String audience) {
        return LocalAddress.isPage(audience) && URI.create(audience).getPath().equals(IssuerPaths.TOKEN);
    }
}
