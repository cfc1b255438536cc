package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry in a file of evidence.
 *
 * @param number its place in the log, counted from 1
 * @param content its canonical form, which its leaf is hashed from
 * @param values what the content says, by name
 * @param leaf in base64
 * @param proof the hashes that lead from the leaf to the checkpoint's root, in base64
 * @param wording what is said in place of names of its own; nothing in format 1
 */
public record EvidenceEntry(
        long number,
        String content,
        Map<String, @Nullable Object> values,
        String leaf,
        List<String> proof,
        EntryWording wording) {

    /**
     * Returns an entry with its proof.
     *
     * @param content canonical JSON
     * @throws IllegalArgumentException if the content is not canonical
     */
    public static EvidenceEntry of(long number, String content, byte[] leaf, List<byte[]> proof, EntryWording wording) {
        return new EvidenceEntry(
                number,
                content,
                values(content),
                base64(leaf),
                proof.stream().map(EvidenceEntry::base64).toList(),
                wording);
    }

    private static Map<String, @Nullable Object> values(String content) {
        try {
            return new CanonicalReader(new StringReader(content), false).object();
        } catch (EvidenceMisfitException | IOException e) {
            throw new IllegalArgumentException("An entry's content is not canonical", e);
        }
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
