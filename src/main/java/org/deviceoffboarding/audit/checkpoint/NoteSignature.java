package org.deviceoffboarding.audit.checkpoint;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a note.
 *
 * @param name of the key
 * @param keyHash tells keys of one name apart
 */
public record NoteSignature(String name, int keyHash, byte[] signature) {

    private static final String DASH = "\u2014 ";

    /** What a key may be called: neither white space nor a plus sign. */
    private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Z}\\p{Cntrl}]+");

    public NoteSignature {
        requireName(name);
        signature = signature.clone();
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new MalformedNoteException("A key's name has no spaces and no plus sign, and is not empty");
        }
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Returns the hash of the key in hexadecimal. */
    public String keyId() {
        return HexFormat.of().toHexDigits(keyHash);
    }

    /** @param line without its end */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new MalformedNoteException("A line of signatures has to be a dash, a name and a signature");
        }
        byte[] bytes = NoteBase64.decode(line.substring(space + 1), "A signature");
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedNoteException("A signature is too short");
        }
        ByteBuffer hashed = ByteBuffer.wrap(bytes);
        int keyHash = hashed.getInt();
        byte[] signature = new byte[hashed.remaining()];
        hashed.get(signature);
        return new NoteSignature(line.substring(DASH.length(), space), keyHash, signature);
    }

    /** Returns the line, without its end. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyHash)
                .put(signature)
                .array();
        return DASH + name + " " + NoteBase64.encode(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature same && same.line().equals(line());
    }

    @Override
    public int hashCode() {
        return keyHash;
    }
}
