package org.deviceoffboarding.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns an uploaded file into text: UTF-8 with or without a byte order mark, UTF-16 with one, as PowerShell's {@code >} writes
 * it, else Windows-1252, as Excel's plain CSV is, but only where nothing in it is UTF-8.
 */
final class UploadedText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String ALLOWED_CONTROLS = "\t\n\r\f\u001A";

    private UploadedText() {}

    /** @throws NotCsvException if it is no text, or if it cannot be told which */
    static String of(byte[] file) {
        if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new NotCsvException("The file is a workbook or an archive, not text. Save it in Excel as 'CSV UTF-8';"
                    + " nothing was stored.");
        }
        String text = decoded(file);
        if (text == null || text.chars().anyMatch(UploadedText::isNoText)) {
            throw new NotCsvException("The file is not text in UTF-8. Save it as 'CSV UTF-8'; nothing was stored.");
        }
        return text;
    }

    private static @Nullable String decoded(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        String text = decoded(file, 0, StandardCharsets.UTF_8);
        return text == null && !isPartlyUtf8(file) ? decoded(file, 0, WINDOWS) : text;
    }

    private static @Nullable String decoded(byte[] file, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns whether characters beyond ASCII can be read as UTF-8: then the file is UTF-8 with a fault, and nothing else. */
    private static boolean isPartlyUtf8(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).chars().anyMatch(c -> c >= 128 && c != '\uFFFD');
    }

    private static boolean isNoText(int c) {
        return c == '\uFFFD' || c == '\uFFFF' || (c < ' ' && ALLOWED_CONTROLS.indexOf(c) < 0);
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        return file.length >= bytes.length && Arrays.equals(file, 0, bytes.length, bytes(bytes), 0, bytes.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
