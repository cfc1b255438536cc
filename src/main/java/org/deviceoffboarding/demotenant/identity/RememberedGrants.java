package org.deviceoffboarding.demotenant.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.deviceoffboarding.demotenant.WholeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps refresh tokens valid when the demo tenant is started again, as those of a real tenant are: an agent that was
 * set up yesterday runs today. They are in a file, where one is configured, and there only as hashes.
 */
@Component
class RememberedGrants {

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;
    private final @Nullable Path file;
    private final TreeMap<String, RememberedGrant> byHash;

    RememberedGrants(@Value("${demotenant.state-file:}") String file, Clock clock) {
        this.clock = clock;
        this.file = file.isBlank() ? null : Path.of(file);
        this.byHash = read();
    }

    synchronized void remember(OAuth2Authorization grant, OAuth2RefreshToken token) {
        Instant now = clock.instant();
        boolean changed = byHash.values().removeIf(known -> known.expiresAt().isBefore(now));
        changed |= byHash.putIfAbsent(hash(token.getTokenValue()), RememberedGrant.of(grant, token, now)) == null;
        if (changed) {
            write();
        }
    }

    synchronized Optional<RememberedGrant> find(String refreshToken) {
        return Optional.ofNullable(byHash.get(hash(refreshToken)));
    }

    /** Ends the life of every refresh token that is remembered. */
    synchronized void expireAll() {
        Instant now = clock.instant();
        byHash.replaceAll((hash, known) -> new RememberedGrant(
                known.objectId(), known.scopes(), now.minus(Duration.ofDays(91)), now.minus(Duration.ofDays(1))));
        write();
    }

    synchronized void forgetAll() {
        byHash.clear();
        write();
    }

    synchronized void forgetAllOf(String objectId) {
        byHash.values().removeIf(known -> known.objectId().equals(objectId));
        write();
    }

    private TreeMap<String, RememberedGrant> read() {
        if (file == null || !Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return json.readValue(Files.readString(file), new TypeReference<TreeMap<String, RememberedGrant>>() {});
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "The demo tenant cannot read what it remembers in " + file
                            + ". Remove that file, and set the agent up again.",
                    e);
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            WholeFile.write(file, json.writeValueAsString(byHash));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant cannot write what it remembers to " + file, e);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
