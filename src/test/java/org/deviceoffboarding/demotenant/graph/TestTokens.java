package org.deviceoffboarding.demotenant.graph;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Access tokens as the tenant's OpenID provider would issue them. */
final class TestTokens {

    static final String TENANT_ID = "5f8d3c7e-0d8f-4a55-9a0c-1f6f1f6f1f6f";
    static final String APP_ID = "c0ffee00-0000-4000-8000-000000000001";
    static final String USER_ID = "11111111-2222-4333-8444-555555555555";

    /** All that the portal asks for, and the right to act as the person. */
    static final String EVERYTHING =
            "Device.Read.All Directory.AccessAsUser.All DeviceManagementManagedDevices.Read.All"
                    + " DeviceManagementApps.Read.All DeviceManagementServiceConfig.Read.All BitlockerKey.ReadBasic.All"
                    + " DeviceLocalCredential.ReadBasic.All User.Read User.ReadBasic.All User.Read.All Group.Read.All GroupMember.Read.All";

    private static final SecretKey KEY =
            new SecretKeySpec("only for the tests of the demo tenant".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    private TestTokens() {}

    static JwtDecoder decoder() {
        return NimbusJwtDecoder.withSecretKey(KEY).build();
    }

    /** Returns the token of a person with these scopes and directory roles. */
    static String person(String scopes, DirectoryRole... roles) {
        return sign(claims("https://graph.microsoft.com")
                .claim("idtyp", "user")
                .claim("oid", USER_ID)
                .claim("upn", "ola.owner@contoso.example")
                .claim("name", "Ola Owner")
                .claim("scp", scopes)
                .claim(
                        "wids",
                        List.of(roles).stream().map(DirectoryRole::templateId).toList()));
    }

    /** Returns the token of an app on its own, with these app roles. */
    static String app(String... roles) {
        return sign(claims("https://graph.microsoft.com").claim("idtyp", "app").claim("roles", List.of(roles)));
    }

    /** Returns a token that was made for something else. */
    static String forAnotherAudience() {
        return sign(claims("api://something-else").claim("idtyp", "user").claim("scp", EVERYTHING));
    }

    private static JwtClaimsSet.Builder claims(String audience) {
        return JwtClaimsSet.builder()
                .issuer("http://localhost/" + TENANT_ID + "/v2.0")
                .audience(List.of(audience))
                .expiresAt(Instant.now().plusSeconds(3600))
                .claim("tid", TENANT_ID)
                .claim("appid", APP_ID);
    }

    private static String sign(JwtClaimsSet.Builder claims) {
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return NimbusJwtEncoder.withSecretKey(KEY)
                .build()
                .encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
    }
}
