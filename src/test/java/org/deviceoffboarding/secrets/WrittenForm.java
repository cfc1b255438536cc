package org.deviceoffboarding.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a secret, or so much of it that it is one, may be written.
 *
 * @param name said where it is found
 * @param text what is searched for
 */
record WrittenForm(String name, String text) {

    /** So many characters of a secret are as good as all of it to whoever looks for what is leaked. */
    static final int PART = 16;

    /** No longer text is searched for. */
    static final int LONGEST = 2 * PART;

    /** Any part of 23 characters holds one of the parts that begin so far from each other. */
    private static final int STEP = 8;

    /** Returns the forms of a secret: any part of it as it is, and its beginning encoded in the ways that are usual. */
    static Stream<WrittenForm> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        parts(secret).map(part -> new WrittenForm("in clear", part)),
                        Stream.of(new WrittenForm("encoded for an address", start(encoded(secret), PART))),
                        Stream.of(new WrittenForm(
                                "in hexadecimal", start(HexFormat.of().formatHex(bytes), LONGEST))),
                        inBase64(Base64.getEncoder(), bytes),
                        inBase64(Base64.getUrlEncoder(), bytes))
                .flatMap(forms -> forms)
                .filter(form -> form.text().length() >= KnownSecrets.SHORTEST);
    }

    private static Stream<String> parts(String secret) {
        int last = Math.max(0, secret.length() - PART);
        return IntStream.concat(IntStream.iterate(0, from -> from < last, from -> from + STEP), IntStream.of(last))
                .mapToObj(from -> secret.substring(from, Math.min(from + PART, secret.length())));
    }

    /** What stands before a secret in an encoded text, such as a name and a colon, moves it by up to two bytes. */
    private static Stream<WrittenForm> inBase64(Base64.Encoder encoder, byte[] secret) {
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] moved = new byte[before + secret.length];
            System.arraycopy(secret, 0, moved, before, secret.length);
            String text = encoder.withoutPadding().encodeToString(moved);
            int wholeFrom = before == 0 ? 0 : before + 1;
            int wholeTo = moved.length * 8 / 6;
            return new WrittenForm("in Base64", start(text.substring(wholeFrom, wholeTo), PART));
        });
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
