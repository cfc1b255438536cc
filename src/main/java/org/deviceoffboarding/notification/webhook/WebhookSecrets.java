package org.deviceoffboarding.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the addresses and secrets of webhooks, encrypted as refresh tokens are: each for one webhook and one use, and of no use in the row of
 * another.
 */
@Repository
class WebhookSecrets {

    private static final String ADDRESS = "ADDRESS";
    private static final String SIGNING = "SIGNING";
    private static final String SIGNING_BEFORE = "SIGNING_BEFORE";

    private final JdbcClient jdbc;
    private final TokenCipher cipher;

    WebhookSecrets(JdbcClient jdbc, TokenCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void keepAddress(long webhook, WebhookAddress address) {
        keep(webhook, ADDRESS, address.uri().toString());
    }

    /** @throws org.deviceoffboarding.access.token.UnreadableTokenException if it was kept with another key */
    Optional<WebhookAddress> address(long webhook, String internalHost) {
        return read(webhook, ADDRESS, Instant.EPOCH).map(text -> WebhookAddress.of(text, internalHost));
    }

    void keepSecret(long webhook, SigningSecret secret) {
        keep(webhook, SIGNING, secret.text());
    }

    /** Puts a secret into the place of another, which is used beside it until a time. */
    void replaceSecret(long webhook, SigningSecret secret, Instant oldUntil) {
        dropOldSecret(webhook);
        jdbc.sql("update webhook_secret set slot = :before, ends_at = :until where webhook_id = :id and slot = :slot")
                .param("before", SIGNING_BEFORE)
                .param("until", Sql.timestamp(oldUntil))
                .param("id", webhook)
                .param("slot", SIGNING)
                .update();
        keepSecret(webhook, secret);
    }

    void dropOldSecret(long webhook) {
        jdbc.sql("delete from webhook_secret where webhook_id = :id and slot = :slot")
                .param("id", webhook)
                .param("slot", SIGNING_BEFORE)
                .update();
    }

    /** Returns what is signed with now, the newest first. */
    List<SigningSecret> secrets(long webhook, Instant now) {
        return Stream.of(SIGNING, SIGNING_BEFORE)
                .flatMap(slot -> read(webhook, slot, now).stream())
                .map(SigningSecret::new)
                .toList();
    }

    private void keep(long webhook, String slot, String text) {
        EncryptedToken kept = cipher.encrypt(text, owner(webhook, slot));
        jdbc.sql("""
                insert into webhook_secret (webhook_id, slot, text, salt, key_id) values (:id, :slot, :text, :salt, :key)
                on conflict (webhook_id, slot) do update
                set text = excluded.text, salt = excluded.salt, key_id = excluded.key_id
                """)
                .param("id", webhook)
                .param("slot", slot)
                .param("text", kept.text())
                .param("salt", kept.salt())
                .param("key", kept.keyId())
                .update();
    }

    private Optional<String> read(long webhook, String slot, Instant now) {
        return jdbc.sql("""
                select * from webhook_secret
                where webhook_id = :id and slot = :slot and (ends_at is null or ends_at > :now)
                """)
                .param("id", webhook)
                .param("slot", slot)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> new EncryptedToken(
                        owner(webhook, slot), row.getString("text"), row.getString("salt"), row.getString("key_id")))
                .optional()
                .map(cipher::decrypt);
    }

    private static TokenOwner owner(long webhook, String slot) {
        return new TokenOwner(slot.equals(ADDRESS) ? "webhookaddress" : "webhooksecret", String.valueOf(webhook));
    }
}
