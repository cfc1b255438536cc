package org.deviceoffboarding.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.notification.NoticeLinks;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes mails: as text, and as HTML that needs nothing from elsewhere and is readable light and dark. */
@Component
class MailWriter {

    private static final int LONGEST_SUBJECT = 120;

    /** What is more is read in the portal. */
    private static final int MOST_LINES = 50;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm z", Locale.ENGLISH);

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
            <title>%s</title></head>
            <body style="font-family:system-ui,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;max-width:640px">
            %s
            <p style="border-top:1px solid #8884;padding-top:12px;font-size:13px">Device Offboarding ·
            <a href="%s">Choose what you are told, and how</a></p>
            </body></html>
            """;

    private static final String LINE = """
            <div style="margin:0 0 20px">
            <p style="margin:0 0 4px"><strong>%s</strong></p>
            <p style="margin:0 0 4px;font-size:13px">%s · %s</p>
            <p style="margin:0"><a href="%s">Open in the portal</a></p>
            </div>
            """;

    private final NoticeLinks links;

    MailWriter(NoticeLinks links) {
        this.links = links;
    }

    /** @param zone whose clock times are by */
    MailText write(List<MailLine> lines, ZoneId zone, Instant now) {
        String subject = lines.size() == 1
                ? sentence(lines.getFirst())
                : lines.size() + " notices: "
                        + lines.stream()
                                .map(line -> line.notice().kind().label())
                                .distinct()
                                .collect(Collectors.joining(", "));
        String oneLine = TextLimits.cut(subject, LONGEST_SUBJECT);
        return new MailText(oneLine, plain(lines, zone), html(oneLine, lines, zone), now);
    }

    /** Writes what shows that mail arrives. */
    MailText test(String name, Instant now) {
        String sentence = "Mail from the portal reaches you, " + said(name) + ".";
        String plain =
                sentence + "\n\nAn owner asked for this test in Settings > Notifications.\n\n" + links.portal() + "\n";
        String content = "<p>" + escaped(sentence) + "</p><p>An owner asked for this test in <a href=\""
                + escaped(links.portal()) + "/settings/notifications\">Settings &gt; Notifications</a>.</p>";
        String subject = "Test of Device Offboarding's mail";
        return new MailText(subject, plain, HTML.formatted(subject, content, escaped(links.toChoices())), now);
    }

    private String plain(List<MailLine> lines, ZoneId zone) {
        return lines.stream()
                        .limit(MOST_LINES)
                        .map(line -> sentence(line) + "\n" + said(line.reason()) + " Told " + told(line, zone) + ".\n"
                                + line.link() + "\n")
                        .collect(Collectors.joining("\n"))
                + more(lines, "\nAnd %d more: %s\n")
                + "\n-- \nDevice Offboarding. Choose what you are told, and how: " + links.toChoices() + "\n";
    }

    private String html(String subject, List<MailLine> lines, ZoneId zone) {
        String content = lines.stream()
                .limit(MOST_LINES)
                .map(line -> LINE.formatted(
                        escaped(sentence(line)),
                        escaped(said(line.reason())),
                        escaped(told(line, zone)),
                        escaped(line.link())))
                .collect(Collectors.joining());
        String more = more(lines, "<p><a href=\"%2$s\">And %1$d more</a></p>");
        return HTML.formatted(escaped(subject), content + more, escaped(links.toChoices()));
    }

    private String more(List<MailLine> lines, String text) {
        return lines.size() <= MOST_LINES
                ? ""
                : text.formatted(lines.size() - MOST_LINES, escaped(links.portal()) + "/notices");
    }

    private static String sentence(MailLine line) {
        return said(line.notice().sentence());
    }

    /** What somebody put into a name makes no line of its own, and lets none read as another. */
    private static String said(String text) {
        return InvisibleCharacters.shown(text.replaceAll("[\\r\\n]+", " "));
    }

    private static String told(MailLine line, ZoneId zone) {
        // An offset of nothing would be written Z.
        return TIME.format(line.notice().toldAt().atZone(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
