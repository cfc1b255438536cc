package org.deviceoffboarding.audit.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.tree.InclusionProof;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/** Whether entries are in the log that a checkpoint was signed of. */
final class EvidenceProofs {

    private final Checkpoint checkpoint;
    private final byte[] root;
    private final TreeHash hash = new TreeHash();

    EvidenceProofs(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.root = checkpoint.root();
    }

    /** Returns why an entry does not fit, as a sentence without a beginning; null if it does. */
    @Nullable
    String misfit(EvidenceEntry entry) {
        if (entry.number() < 1 || entry.number() > checkpoint.size()) {
            return "there is no such number in a log of " + EvidenceWords.entries(checkpoint.size()) + ".";
        }
        byte[] leaf = hash.leaf(entry.content().getBytes(StandardCharsets.UTF_8));
        if (!Arrays.equals(leaf, hash(entry.leaf()))) {
            return "what it says is not what was sealed: its content, or its leaf's hash, was changed.";
        }
        List<byte[]> hashes = new ArrayList<>();
        for (String beside : entry.proof()) {
            byte[] one = hash(beside);
            if (one == null) {
                return "its proof holds something that is no hash.";
            }
            hashes.add(one);
        }
        return new InclusionProof(entry.number() - 1, checkpoint.size(), hashes).proves(leaf, root)
                ? null
                : "it is not in the log at this number: its proof does not lead to the root that was signed.";
    }

    /** Returns a hash; null if the text is none, or is one that could be written otherwise. */
    private static byte @Nullable [] hash(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == TreeHash.LENGTH
                            && Base64.getEncoder().encodeToString(bytes).equals(base64)
                    ? bytes
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
