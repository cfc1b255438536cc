package org.deviceoffboarding.notification.webhook;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.webhook.PinnedPost.HttpAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Sends something to a webhook, and says in words what it answered. */
@Component
class WebhookRequest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final CheckedHosts hosts;
    private final PinnedPost post;
    private final Clock clock;

    @Autowired
    WebhookRequest(CheckedHosts hosts, Clock clock) {
        this(hosts, new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST), clock);
    }

    WebhookRequest(CheckedHosts hosts, PinnedPost post, Clock clock) {
        this.hosts = hosts;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Sends it once.
     *
     * @param secrets what it is signed with, the newest first; none for what is not signed
     * @return who took it, as a sentence
     * @throws CarryingFailedException if it was not taken
     */
    String send(Webhook webhook, WebhookAddress to, List<SigningSecret> secrets, UUID id, byte[] body) {
        HttpAnswer answer;
        try {
            answer = post.send(
                    to,
                    hosts.addresses(to.host(), webhook.internalHost()),
                    headers(webhook.format(), secrets, id, body),
                    body);
        } catch (SSLException e) {
            throw CarryingFailedException.ofDestination(to.host() + " can't be trusted: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw CarryingFailedException.ofDestination(to.host() + " can't be reached: " + e.getMessage() + ".", e);
        }
        if (answer.status() / 100 == 2) {
            return to.host() + " took it (" + answer.status() + ").";
        }
        throw refused(to.host(), answer);
    }

    private Map<String, String> headers(WebhookFormat format, List<SigningSecret> secrets, UUID id, byte[] body) {
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", WebhookBody.contentType(format));
        headers.put("User-Agent", "device-offboarding-portal");
        headers.put("webhook-id", id.toString());
        headers.put("webhook-timestamp", String.valueOf(now));
        if (!secrets.isEmpty()) {
            headers.put(
                    "webhook-signature",
                    secrets.stream()
                            .map(secret -> secret.sign(id.toString(), now, body))
                            .collect(Collectors.joining(" ")));
        }
        return headers;
    }

    private CarryingFailedException refused(String host, HttpAnswer answer) {
        int status = answer.status();
        if (status == 410) {
            return CarryingFailedException.forGood(host + " wants nothing any more (410).");
        }
        if (status / 100 == 3) {
            return CarryingFailedException.ofDestination(
                    host + " answered with a redirect (" + status
                            + "), which is not followed. Enter the address it leads to.",
                    null);
        }
        return CarryingFailedException.pausing(
                host + " answered " + status + ".", pause(answer.retryAfter(), clock.instant()));
    }

    /** Returns how long a server wants to be left in peace: in seconds, or until a date. */
    static Duration pause(@Nullable String retryAfter, Instant now) {
        Duration pause = Duration.ZERO;
        if (retryAfter != null && retryAfter.matches("\\d{1,9}")) {
            pause = Duration.ofSeconds(Long.parseLong(retryAfter));
        } else if (retryAfter != null) {
            try {
                pause = Duration.between(now, ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeException e) {
                return Duration.ZERO;
            }
        }
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
