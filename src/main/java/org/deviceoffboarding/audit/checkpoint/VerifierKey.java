package org.deviceoffboarding.audit.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HexFormat;
import org.deviceoffboarding.audit.tree.Sha256;
import org.jspecify.annotations.Nullable;

/** The public key by which anybody can check a log's checkpoints, with the log's name: a C2SP verifier key. */
public final class VerifierKey {

    /** The type of Ed25519 among the kinds of signatures. */
    private static final byte ED25519 = 1;

    private static final byte NEWLINE = '\n';
    private static final HexFormat HEX = HexFormat.of();
    private static final RightSignatures RIGHT = new RightSignatures();

    private final String name;
    private final int hash;
    private final byte[] bytes;
    private final PublicKey key;

    VerifierKey(String name, PublicKey key) {
        NoteSignature.requireName(name);
        this.name = name;
        this.key = key;
        this.bytes = Ed25519.bytes(key);
        this.hash = hash(name, bytes);
    }

    /**
     * Reads one as it is written: name, hash in hexadecimal, type and key in Base64, with plus signs between.
     *
     * @throws MalformedNoteException if it is not one
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedNoteException(
                    "A verifier key has to be a name, a hash and a key with plus signs between");
        }
        byte[] typed = NoteBase64.decode(parts[2], "A verifier key");
        if (typed.length != Ed25519.PUBLIC_LENGTH + 1 || typed[0] != ED25519) {
            throw new MalformedNoteException("A verifier key has to be one of Ed25519");
        }
        try {
            VerifierKey key = new VerifierKey(parts[0], Ed25519.publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
            if (!HEX.toHexDigits(key.hash).equals(parts[1])) {
                throw new MalformedNoteException("A verifier key's hash is not that of the key");
            }
            return key;
        } catch (InvalidKeySpecException e) {
            throw new MalformedNoteException("A verifier key has to be one of Ed25519");
        }
    }

    /** Returns the log's name. */
    public String name() {
        return name;
    }

    /** Returns the first bytes of what tells it from other keys, in hexadecimal. */
    public String id() {
        return HEX.toHexDigits(hash);
    }

    int hash() {
        return hash;
    }

    /** Returns it as it is written. */
    public String text() {
        byte[] typed =
                ByteBuffer.allocate(1 + bytes.length).put(ED25519).put(bytes).array();
        return name + "+" + id() + "+" + NoteBase64.encode(typed);
    }

    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyHash() == hash;
    }

    /** Returns whether it signed a note: there is a signature that says so, and each one that does is right. */
    public boolean isSignerOf(SignedNote note) {
        byte[] content = note.text().getBytes(StandardCharsets.UTF_8);
        return note.signatures().stream().anyMatch(this::isNamedBy)
                && note.signatures().stream()
                        .filter(this::isNamedBy)
                        .allMatch(each -> RIGHT.isRight(key, content, each.signature()));
    }

    private static int hash(String name, byte[] bytes) {
        MessageDigest digest = Sha256.begin();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(NEWLINE);
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(bytes)).getInt();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey same && same.text().equals(text());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text();
    }
}
