package org.deviceoffboarding.demotenant.identity.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.demotenant.WholeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every secret of the demo tenant in clear, for tests that search for them wherever the portal writes: a hash can't be searched
 * for. Kept only where {@code demotenant.secret-ledger} names a file, which it is added to: a JSON object of {@code kind} and
 * {@code secret} on each line. Only the file's owner may read it.
 */
@Component
public class SecretLedger {

    private static final Logger log = LoggerFactory.getLogger(SecretLedger.class);

    private static final Map<Class<? extends OAuth2Token>, TenantSecret> TOKENS = Map.of(
            OAuth2AuthorizationCode.class, TenantSecret.AUTHORIZATION_CODE,
            OAuth2AccessToken.class, TenantSecret.ACCESS_TOKEN,
            OAuth2RefreshToken.class, TenantSecret.REFRESH_TOKEN,
            OidcIdToken.class, TenantSecret.ID_TOKEN);

    private final JsonMapper json = JsonMapper.shared();
    private final Set<String> noted = new HashSet<>();
    private final @Nullable Path file;

    /** @throws IllegalStateException if there is to be a ledger and its file can't be made */
    public SecretLedger(@Value("${demotenant.secret-ledger:}") String file) {
        this.file = file.isBlank() ? null : Path.of(file);
        if (this.file != null) {
            begin(this.file);
        }
    }

    public boolean isKept() {
        return file != null;
    }

    /** Adds a secret that is not in it yet; does nothing where there is none, or no ledger. */
    public synchronized void note(TenantSecret kind, @Nullable String secret) {
        if (file == null || secret == null || secret.isEmpty() || !noted.add(secret)) {
            return;
        }
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("kind", kind.words());
        entry.put("secret", secret);
        try {
            Files.writeString(file, json.writeValueAsString(entry) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant cannot write its ledger of secrets to " + file, e);
        }
    }

    /** Adds every token of a grant. */
    public void note(OAuth2Authorization grant) {
        TOKENS.forEach((type, kind) -> {
            OAuth2Authorization.Token<? extends OAuth2Token> token = grant.getToken(type);
            note(kind, token == null ? null : token.getToken().getTokenValue());
        });
    }

    private static void begin(Path file) {
        try {
            if (!Files.exists(file)) {
                WholeFile.write(file, "");
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The demo tenant cannot keep its ledger of secrets in " + file
                            + ". Leave demotenant.secret-ledger out, or name a file that can be written.",
                    e);
        }
        log.atWarn()
                .addKeyValue("file", file)
                .log("The demo tenant writes down every secret it issues, for tests only");
    }
}
