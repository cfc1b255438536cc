package org.deviceoffboarding.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a portal answered.
 *
 * @param status 0 where the line was cut without an answer
 * @param head with all headers
 */
public record AttackAnswer(int status, String head, String body) {

    private static final Set<String> OF_REFUSALS = Set.of(
            "content-security-policy: default-src '",
            "x-frame-options: deny",
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
            "permissions-policy: camera=()",
            "cache-control: no-cache, no-store");

    static AttackAnswer none(IOException cut) {
        return new AttackAnswer(0, String.valueOf(cut.getMessage()), "");
    }

    static AttackAnswer read(InputStream from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int read = from.read(part); read >= 0 && bytes.size() < 4_000_000; read = from.read(part)) {
                bytes.write(part, 0, read);
            }
        } catch (IOException cut) {
            if (bytes.size() == 0) {
                return none(cut);
            }
        }
        String all = bytes.toString(StandardCharsets.ISO_8859_1);
        if (!all.startsWith("HTTP/1.1 ")) {
            return new AttackAnswer(0, all, "");
        }
        int end = all.indexOf("\r\n\r\n");
        return new AttackAnswer(
                Integer.parseInt(all.substring(9, 12)),
                end < 0 ? all : all.substring(0, end),
                end < 0 ? "" : all.substring(end + 4));
    }

    /** Returns what speaks against it as an answer to an attack; empty where nothing does. */
    public Set<String> faults(Attack attack) {
        Set<String> faults = new TreeSet<>();
        if (!attack.answers().contains(status)) {
            faults.add("status " + status + " instead of " + attack.answers());
        }
        if (status >= 400) {
            String lower = head.toLowerCase(Locale.ROOT);
            OF_REFUSALS.stream()
                    .filter(header -> !attack.ownWords() || !header.startsWith("cache"))
                    .filter(header -> !lower.contains(header))
                    .forEach(header -> faults.add("no " + header));
            if (!attack.ownWords()
                    && !attack.isHead()
                    && !body.contains("<p class=\"product\">Device Offboarding Portal</p>")) {
                faults.add("no plain page but " + body.lines().limit(3).toList());
            }
        }
        for (String inside : new String[] {"Exception", "at org.", "at java.", "Apache Tomcat", "Whitelabel"}) {
            if (status >= 400 && body.contains(inside)) {
                faults.add("it tells " + inside);
            }
        }
        return faults;
    }
}
