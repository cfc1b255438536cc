package org.deviceoffboarding.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a webhook with its address and secrets, all as of one moment: what an owner changes meanwhile is in all of them or in none, so
 * that nothing written for one address is sent to another.
 */
@Component
class WebhookReading {

    private final WebhookRepository webhooks;
    private final WebhookSecrets secrets;
    private final TransactionTemplate moment;
    private final Clock clock;

    WebhookReading(
            WebhookRepository webhooks, WebhookSecrets secrets, PlatformTransactionManager transactions, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * What is sent to.
     *
     * @param signing what is signed with, the newest first; none for a format that is not signed
     */
    record Ready(Webhook webhook, WebhookAddress to, List<SigningSecret> signing) {

        Ready {
            signing = List.copyOf(signing);
        }
    }

    /**
     * Returns one; nothing where it was removed.
     *
     * @throws CarryingFailedException if it has no address
     * @throws org.deviceoffboarding.access.token.UnreadableTokenException if it was kept with another key
     */
    Optional<Ready> read(long id) {
        return Objects.requireNonNull(
                moment.execute(transaction -> webhooks.find(id).map(this::ready)));
    }

    private Ready ready(Webhook webhook) {
        WebhookAddress to = secrets.address(webhook.id(), Objects.requireNonNullElse(webhook.internalHost(), ""))
                .orElseThrow(() -> CarryingFailedException.ofDestination("Its address is gone.", null));
        List<SigningSecret> signing = webhook.format() == WebhookFormat.CLOUD_EVENTS
                ? secrets.secrets(webhook.id(), clock.instant())
                : List.of();
        return new Ready(webhook, to, signing);
    }
}
