package org.deviceoffboarding.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hostile input and the answer that is right, from a line of {@code attacks.txt}.
 *
 * @param answers the statuses that are right; 0 where the line may be cut without one
 * @param ownWords whether the answer is not the plain page: it is for a program, or there is nothing to say
 * @param signedIn whether an owner sends it
 * @param request as it stands in the file
 */
public record Attack(String name, Set<Integer> answers, boolean ownWords, boolean signedIn, String request) {

    private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+)\\*(\\d+)}");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    /** Returns all of them. */
    public static List<Attack> all() {
        try (InputStream file = Attack.class.getResourceAsStream("/attacks.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Attack::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack of(String line) {
        String[] parts = line.split(" \\| ", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not an attack: " + line);
        }
        return new Attack(
                parts[0].strip(),
                Set.copyOf(Pattern.compile(",")
                        .splitAsStream(parts[1].strip().replace("!", ""))
                        .map(Integer::valueOf)
                        .toList()),
                parts[1].contains("!"),
                parts[2].strip().equals("owner"),
                parts[3]);
    }

    /** Returns the bytes to send. */
    byte[] bytes(Sender sender) {
        String text = written(request);
        String whole = text.startsWith("RAW ")
                ? text.substring("RAW ".length()).replace("{host}", sender.host())
                : completed(text, sender);
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isHead() {
        return request.startsWith("HEAD ");
    }

    private static String written(String text) {
        String repeated = REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        String lines = repeated.replace("\\r", "\r").replace("\\n", "\r\n");
        return BYTE.matcher(lines)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Adds what every request has, where it has none of its own. */
    private String completed(String text, Sender sender) {
        String said = sender.filledIn(text);
        int end = said.indexOf("\r\n\r\n");
        String head = end < 0 ? said : said.substring(0, end);
        String body = end < 0 ? "" : said.substring(end + 4);
        int first = head.indexOf("\r\n");
        String line = first < 0 ? head : head.substring(0, first);
        var headers = new StringBuilder(first < 0 ? "" : head.substring(first + 2) + "\r\n");
        String lower = headers.toString().toLowerCase(Locale.ROOT);
        if (!lower.contains("host:")) {
            headers.append("Host: ").append(sender.host()).append("\r\n");
        }
        if (end >= 0 && !lower.contains("content-length:") && !lower.contains("transfer-encoding:")) {
            headers.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        if (signedIn) {
            headers.append("Cookie: ").append(sender.cookies()).append("\r\n");
        }
        headers.append("Connection: close\r\n");
        return line + " HTTP/1.1\r\n" + headers + "\r\n" + body;
    }
}
