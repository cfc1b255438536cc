package org.deviceoffboarding.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what webhooks are sent. */
@Component
class WebhookBody {

    private final NoticeLinks links;
    private final PersonNames names;

    WebhookBody(NoticeLinks links, PersonNames names) {
        this.links = links;
        this.names = names;
    }

    /** Returns the type of what is written. */
    static String contentType(WebhookFormat format) {
        return format == WebhookFormat.TEAMS ? "application/json" : "application/cloudevents+json; charset=UTF-8";
    }

    /** @param id the same each time it is sent */
    byte[] write(WebhookFormat format, UUID id, StoredNotice told) {
        StoredNotice notice = told.named(names);
        return write(
                format,
                id,
                new Content(
                        notice.kind().eventType(),
                        notice.kind().label(),
                        notice.sentence(),
                        notice.subject(),
                        links.to(notice),
                        notice.toldAt().toString(),
                        Map.of("id", notice.actor().id(), "name", notice.actor().name())));
    }

    /** Writes what shows that it arrives. */
    byte[] test(WebhookFormat format, UUID id, String name, String time) {
        return write(
                format,
                id,
                new Content(
                        "org.deviceoffboarding.test",
                        "Test",
                        "Notices of the portal reach the webhook " + name + ".",
                        "portal",
                        links.portal() + "/settings/notifications",
                        time,
                        Map.of("id", "portal", "name", "Portal")));
    }

    private byte[] write(WebhookFormat format, UUID id, Content content) {
        Map<String, Object> written = format == WebhookFormat.TEAMS ? card(content) : event(id, content);
        return InvisibleCharacters.escaped(JsonMapper.shared().writeValueAsString(written))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> event(UUID id, Content content) {
        Map<String, Object> event = new TreeMap<>();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", links.portal());
        event.put("type", content.type());
        event.put("subject", content.subject());
        event.put("time", content.time());
        event.put("datacontenttype", "application/json");
        event.put(
                "data",
                new TreeMap<>(
                        Map.of("sentence", content.sentence(), "link", content.link(), "actor", content.actor())));
        return event;
    }

    /** Text of its own, not of Markdown: what a device is called makes no link, and all that is in it is seen. */
    private static Map<String, Object> card(Content content) {
        Map<String, Object> card = Map.of(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "body", List.of(text(content.label(), "Bolder"), text(content.sentence(), "Default")),
                "actions",
                        List.of(Map.of(
                                "type", "Action.OpenUrl", "title", "Open in the portal", "url", content.link())));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static Map<String, Object> text(String text, String weight) {
        return Map.of(
                "type",
                "RichTextBlock",
                "inlines",
                List.of(Map.of("type", "TextRun", "text", InvisibleCharacters.shown(text), "weight", weight)));
    }

    private record Content(
            String type,
            String label,
            String sentence,
            String subject,
            String link,
            String time,
            Map<String, String> actor) {}
}
