package org.deviceoffboarding.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.List;

/** The private key that signs checkpoints. Never shown, and never in the database. */
public final class CheckpointKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE = 64;

    private final KeyPair keys;

    private CheckpointKey(KeyPair keys) {
        this.keys = keys;
    }

    /** Makes a new one. */
    public static CheckpointKey create() {
        return new CheckpointKey(Ed25519.create());
    }

    /**
     * Reads one from its PEM form (PKCS#8), as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws MalformedNoteException if it is not such a key
     */
    public static CheckpointKey parse(String pem) {
        String text = pem.strip();
        if (text.startsWith(BEGIN) && text.endsWith(END) && text.length() > BEGIN.length() + END.length()) {
            String base64 = text.substring(BEGIN.length(), text.length() - END.length());
            try {
                return new CheckpointKey(Ed25519.pair(Base64.getDecoder().decode(base64.replaceAll("\\s", ""))));
            } catch (IllegalArgumentException | InvalidKeySpecException notAKey) {
                // Said below, without a cause, which might repeat some of the key.
            }
        }
        throw new MalformedNoteException("It is not a private key of Ed25519 in PEM form (PKCS#8)");
    }

    /** Returns it in its PEM form, without the end of the last line. */
    public String pem() {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END;
    }

    /** Returns what checks its signatures. */
    public VerifierKey verifierKey(String origin) {
        return new VerifierKey(origin, keys.getPublic());
    }

    /** Signs a checkpoint. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, sign(checkpoint.origin(), checkpoint.text()));
    }

    /**
     * Signs what else a log says, which must not be readable as a checkpoint: its second line begins with no digit.
     *
     * @param origin which log, also the first line
     * @param text lines, each with its end
     */
    public SignedNote sign(String origin, String text) {
        VerifierKey verifier = verifierKey(origin);
        byte[] signature = Ed25519.sign(keys.getPrivate(), text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(new NoteSignature(verifier.name(), verifier.hash(), signature)));
    }
}
