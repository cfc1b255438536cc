package org.deviceoffboarding.demotenant.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.deviceoffboarding.demotenant.identity.ledger.TenantSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Tells portals by OpenID Connect's back-channel that a person signed out. Entra can't do this, others can. */
@Component
class BackChannelSignOut {

    private static final Logger log = LoggerFactory.getLogger(BackChannelSignOut.class);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final Grants grants;
    private final NimbusJwtEncoder encoder;
    private final SecretLedger ledger;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    BackChannelSignOut(Grants grants, JWKSource<SecurityContext> keys, SecretLedger ledger, Clock clock) {
        this.grants = grants;
        this.encoder = new NimbusJwtEncoder(keys);
        this.ledger = ledger;
        this.clock = clock;
    }

    void tell(DemoPerson person) {
        grants.signInsOf(person.objectId()).stream()
                .map(SignedInPortal::of)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(this::tell);
    }

    private void tell(SignedInPortal signedIn) {
        HttpRequest request = HttpRequest.newBuilder(signedIn.backChannel())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "logout_token=" + URLEncoder.encode(token(signedIn), StandardCharsets.UTF_8)))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            log.atInfo().addKeyValue("status", status).log("Told a portal that somebody signed out");
        } catch (IOException e) {
            log.atWarn().setCause(e).log("A portal could not be told that somebody signed out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token(SignedInPortal signedIn) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(signedIn.issuer())
                .audience(List.of(DemoClientConfiguration.CLIENT_ID))
                .subject(signedIn.subject())
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(2)))
                .id(UUID.randomUUID().toString())
                .claim("sid", signedIn.sid())
                .claim("events", Map.of(EVENT, Map.of()))
                .build();
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
        String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        ledger.note(TenantSecret.LOGOUT_TOKEN, token);
        return token;
    }
}
