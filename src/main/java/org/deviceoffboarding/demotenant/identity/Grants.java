package org.deviceoffboarding.demotenant.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * What was granted to whom, found by any token of it. A refresh hands out a new refresh token and leaves the old one
 * valid, as Entra does: whoever stores tokens and is interrupted in between loses nothing. Kept in memory, and what was not
 * used for longest goes first; refresh tokens are {@linkplain RememberedGrants remembered} beyond that.
 */
@Component
class Grants implements OAuth2AuthorizationService {

    private static final int MOST_TOKENS = 20_000;

    private final RegisteredClientRepository clients;
    private final RememberedGrants remembered;
    private final SecretLedger ledger;
    private final Clock clock;
    private final Map<String, OAuth2Authorization> byToken = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
            return size() > MOST_TOKENS;
        }
    };

    Grants(RegisteredClientRepository clients, RememberedGrants remembered, SecretLedger ledger, Clock clock) {
        this.clients = clients;
        this.remembered = remembered;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization grant) {
        ledger.note(grant);
        // The state belongs to a question put to the person, which is answered once a code exists.
        String state = grant.getAttribute(OAuth2ParameterNames.STATE);
        byToken.values().removeIf(known -> known.getId().equals(grant.getId()) && isQuestion(known));
        tokens(grant).forEach(token -> byToken.put(token, grant));
        if (state != null) {
            byToken.put(state, grant);
        }
        if (grant.getRefreshToken() != null) {
            remembered.remember(grant, grant.getRefreshToken().getToken());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization grant) {
        byToken.values().removeIf(known -> known.getId().equals(grant.getId()));
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byToken.values().stream()
                .filter(grant -> grant.getId().equals(id))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        OAuth2Authorization grant = byToken.get(token);
        if (grant == null && type != null && type.equals(OAuth2TokenType.REFRESH_TOKEN)) {
            return recall(token);
        }
        return grant != null && isOfType(grant, token, type) ? grant : null;
    }

    private @Nullable OAuth2Authorization recall(String refreshToken) {
        RegisteredClient client = clients.findByClientId(DemoClientConfiguration.CLIENT_ID);
        return client == null
                ? null
                : remembered
                        .find(refreshToken)
                        .map(known -> known.recall(client, refreshToken))
                        .orElse(null);
    }

    /** Ends the life of every refresh token issued until now. */
    synchronized void expireRefreshTokens() {
        Instant now = clock.instant();
        byToken.replaceAll((token, grant) -> withRefreshTokenExpired(grant, now));
        remembered.expireAll();
    }

    /** Forgets every refresh token issued until now. */
    synchronized void revokeRefreshTokens() {
        byToken.entrySet().removeIf(entry -> isOfType(entry.getValue(), entry.getKey(), OAuth2TokenType.REFRESH_TOKEN));
        remembered.forgetAll();
    }

    /** Forgets every refresh token issued to one person until now. */
    synchronized void revokeRefreshTokensOf(String objectId) {
        byToken.entrySet()
                .removeIf(entry -> entry.getValue().getPrincipalName().equals(objectId)
                        && isOfType(entry.getValue(), entry.getKey(), OAuth2TokenType.REFRESH_TOKEN));
        remembered.forgetAllOf(objectId);
    }

    /** Returns what a person signed in to with a code, each sign-in once or more. */
    synchronized List<OAuth2Authorization> signInsOf(String objectId) {
        return byToken.values().stream()
                .filter(grant -> grant.getPrincipalName().equals(objectId) && grant.getToken(OidcIdToken.class) != null)
                .distinct()
                .toList();
    }

    /** Returns the claims that a person's sign-in asked for; null where it asked for none. */
    static @Nullable String claimsOf(@Nullable OAuth2Authorization grant) {
        OAuth2AuthorizationRequest asked =
                grant == null ? null : grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return asked != null && asked.getAdditionalParameters().get("claims") instanceof String claims ? claims : null;
    }

    private static OAuth2Authorization withRefreshTokenExpired(OAuth2Authorization grant, Instant now) {
        OAuth2Authorization.Token<OAuth2RefreshToken> token = grant.getRefreshToken();
        if (token == null) {
            return grant;
        }
        var expired = new OAuth2RefreshToken(
                token.getToken().getTokenValue(), now.minus(Duration.ofDays(91)), now.minus(Duration.ofDays(1)));
        return OAuth2Authorization.from(grant).refreshToken(expired).build();
    }

    private static boolean isQuestion(OAuth2Authorization grant) {
        return grant.getAttribute(OAuth2ParameterNames.STATE) != null;
    }

    private static Stream<String> tokens(OAuth2Authorization grant) {
        return Stream.of(
                        OAuth2AuthorizationCode.class,
                        OAuth2AccessToken.class,
                        OAuth2RefreshToken.class,
                        OidcIdToken.class)
                .map(grant::getToken)
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getTokenValue());
    }

    private static boolean isOfType(OAuth2Authorization grant, String value, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return true;
        }
        OAuth2Authorization.Token<OAuth2Token> token = grant.getToken(value);
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> value.equals(grant.getAttribute(OAuth2ParameterNames.STATE));
            case OAuth2ParameterNames.CODE -> token != null && token.getToken() instanceof OAuth2AuthorizationCode;
            case OAuth2ParameterNames.ACCESS_TOKEN -> token != null && token.getToken() instanceof OAuth2AccessToken;
            case OAuth2ParameterNames.REFRESH_TOKEN -> token != null && token.getToken() instanceof OAuth2RefreshToken;
            case "id_token" -> token != null && token.getToken() instanceof OidcIdToken;
            default -> false;
        };
    }
}
