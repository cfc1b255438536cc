package org.deviceoffboarding.audit.checkpoint;

import java.util.Base64;

/** Base64 of notes: the standard alphabet with padding, and only the one form that it has. */
final class NoteBase64 {

    private NoteBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param what how a sentence calls it
     * @throws MalformedNoteException if it is not Base64, or could be written shorter or otherwise
     */
    static byte[] decode(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, in the same words.
        }
        throw new MalformedNoteException(what + " is not in Base64");
    }
}
