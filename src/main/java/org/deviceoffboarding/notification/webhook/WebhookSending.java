package org.deviceoffboarding.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.access.token.UnreadableTokenException;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.springframework.stereotype.Component;

/** Sends something to a webhook as it is at this moment. */
@Component
class WebhookSending {

    private final WebhookSecrets secrets;
    private final WebhookRequest request;
    private final Clock clock;

    WebhookSending(WebhookSecrets secrets, WebhookRequest request, Clock clock) {
        this.secrets = secrets;
        this.request = request;
        this.clock = clock;
    }

    /**
     * Sends it once.
     *
     * @return who took it, as a sentence
     * @throws CarryingFailedException if it was not taken
     */
    String send(Webhook webhook, UUID id, byte[] body) {
        try {
            WebhookAddress to = secrets.address(webhook.id(), Objects.requireNonNullElse(webhook.internalHost(), ""))
                    .orElseThrow(() -> CarryingFailedException.ofDestination("Its address is gone.", null));
            List<SigningSecret> signing = webhook.format() == WebhookFormat.CLOUD_EVENTS
                    ? secrets.secrets(webhook.id(), clock.instant())
                    : List.of();
            return request.send(webhook, to, signing, id, body);
        } catch (UnreadableTokenException e) {
            throw CarryingFailedException.ofDestination(
                    "The portal's key is another one than its address and secret were kept with. An owner enters the address"
                            + " again and makes a new secret.",
                    e);
        }
    }
}
