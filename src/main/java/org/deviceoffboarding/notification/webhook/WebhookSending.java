package org.deviceoffboarding.notification.webhook;

import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.access.token.UnreadableTokenException;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.webhook.WebhookReading.Ready;
import org.springframework.stereotype.Component;

/** Sends something to a webhook as it is at this moment. */
@Component
class WebhookSending {

    private final WebhookReading reading;
    private final WebhookRequest request;

    WebhookSending(WebhookReading reading, WebhookRequest request) {
        this.reading = reading;
        this.request = request;
    }

    /**
     * Returns what is sent to; nothing where the webhook was removed.
     *
     * @throws CarryingFailedException if its address or secret can't be read, or nothing may be sent to that address
     */
    Optional<Ready> ready(long webhook) {
        try {
            return reading.read(webhook);
        } catch (UnreadableTokenException e) {
            throw CarryingFailedException.ofDestination(
                    "The portal's key is another one than its address and secret were kept with. An owner enters the address"
                            + " again and makes a new secret.",
                    e);
        } catch (WebhookRefusedException e) { // it was saved while less was refused
            throw CarryingFailedException.ofDestination(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Sends it once.
     *
     * @return who took it, as a sentence
     * @throws CarryingFailedException if it was not taken
     */
    String send(Ready to, UUID id, byte[] body) {
        return request.send(to.webhook(), to.to(), to.signing(), id, body);
    }
}
