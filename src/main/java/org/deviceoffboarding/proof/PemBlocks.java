package org.deviceoffboarding.proof;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** What is in a file in PEM form, between text that means nothing. */
final class PemBlocks {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private PemBlocks() {}

    /**
     * One thing in it.
     *
     * @param label such as {@code PRIVATE KEY}
     * @param content without its lines
     */
    record Block(String label, byte[] content) {

        boolean isKey() {
            return label.endsWith("PRIVATE KEY");
        }

        boolean isCertificate() {
            return label.equals("CERTIFICATE");
        }
    }

    /** @throws IllegalArgumentException if one is damaged; it says nothing of what is in it */
    static List<Block> in(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), content(found.group(2))))
                .toList();
    }

    /** Older keys have lines about how they are encrypted first, which has a colon. */
    private static byte[] content(String lines) {
        if (lines.indexOf(':') >= 0) {
            return new byte[0];
        }
        try {
            return Base64.getMimeDecoder().decode(lines.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Damaged");
        }
    }
}
