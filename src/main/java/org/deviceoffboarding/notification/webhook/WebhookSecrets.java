package org.deviceoffboarding.notification.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.KeptTokens;
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
class WebhookSecrets implements KeptTokens {

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

    /**
     * Puts a secret into the place of another, which is used beside it until a time, unless it can't be read. While an older one is used
     * beside that already, the older one stays: it may be the only one that the receiver has.
     */
    void replaceSecret(long webhook, SigningSecret secret, Instant now, Instant oldUntil) {
        if (!usesOldSecret(webhook, now)) {
            makeOld(webhook, oldUntil);
        }
        keepSecret(webhook, secret);
    }

    private void makeOld(long webhook, Instant until) {
        dropOldSecret(webhook);
        jdbc.sql("update webhook_secret set slot = :before, ends_at = :until where webhook_id = :id and slot = :slot")
                .param("before", SIGNING_BEFORE)
                .param("until", Sql.timestamp(until))
                .param("id", webhook)
                .param("slot", SIGNING)
                .update();
        if (!usesOldSecret(webhook, Instant.EPOCH)) {
            dropOldSecret(webhook);
        }
    }

    private boolean usesOldSecret(long webhook, Instant now) {
        return jdbc.sql("select * from webhook_secret where webhook_id = :id and slot = :slot and ends_at > :now")
                .param("id", webhook)
                .param("slot", SIGNING_BEFORE)
                .param("now", Sql.timestamp(now))
                .query(WebhookSecrets::toToken)
                .optional()
                .filter(cipher::reads)
                .isPresent();
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

    @Override
    public List<String> unreadable() {
        return jdbc
                .sql("select w.name, s.* from webhook_secret s join webhook w on w.id = s.webhook_id order by w.name")
                .query((row, number) ->
                        cipher.reads(toToken(row, number)) ? "" : "the webhook \"" + row.getString("name") + "\"")
                .stream()
                .filter(what -> !what.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public List<EncryptedToken> keptWithout(String keyId) {
        return jdbc.sql("select * from webhook_secret where key_id <> :key")
                .param("key", keyId)
                .query(WebhookSecrets::toToken)
                .list();
    }

    @Override
    public boolean keepAnew(EncryptedToken kept, EncryptedToken anew) {
        return jdbc.sql("update webhook_secret set text = :anew, key_id = :key where salt = :salt and text = :kept")
                        .param("salt", kept.salt())
                        .param("kept", kept.text())
                        .param("anew", anew.text())
                        .param("key", anew.keyId())
                        .update()
                > 0;
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
                .query(WebhookSecrets::toToken)
                .optional()
                .map(cipher::decrypt);
    }

    private static EncryptedToken toToken(ResultSet row, int number) throws SQLException {
        return new EncryptedToken(
                owner(row.getLong("webhook_id"), row.getString("slot")),
                row.getString("text"),
                row.getString("salt"),
                row.getString("key_id"));
    }

    private static TokenOwner owner(long webhook, String slot) {
        return new TokenOwner(slot.equals(ADDRESS) ? "webhookaddress" : "webhooksecret", String.valueOf(webhook));
    }
}
