package org.deviceoffboarding.audit.evidence;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.evidence.file.EvidenceEntry;
import org.deviceoffboarding.audit.evidence.file.EvidenceWriter;
import org.deviceoffboarding.audit.seal.TreeReader;
import org.deviceoffboarding.audit.tree.InclusionProof;
import org.deviceoffboarding.audit.tree.MerkleTree;
import org.deviceoffboarding.audit.tree.TreeHash;

/** Proves entries one after the other, and checks each proof before it is given away. For one file. */
final class EvidenceProver {

    private final EvidenceRepository entries;
    private final Checkpoint checkpoint;
    private final byte[] root;
    private final MerkleTree tree;
    private final TreeHash hash = new TreeHash();
    private final EvidenceWording wording;

    EvidenceProver(EvidenceRepository entries, TreeReader tree, Checkpoint checkpoint, EvidenceWording wording) {
        this.entries = entries;
        this.wording = wording;
        this.checkpoint = checkpoint;
        this.root = checkpoint.root();
        this.tree = tree.at(checkpoint.size());
    }

    /**
     * Writes those of some entries that the checkpoint proves.
     *
     * @return how many it does not
     */
    int write(List<Long> ids, EvidenceWriter file) throws IOException {
        List<ProvableEntry> provable = entries.entries(ids, checkpoint.size());
        for (ProvableEntry entry : provable) {
            file.add(proved(entry));
        }
        return ids.size() - provable.size();
    }

    private EvidenceEntry proved(ProvableEntry entry) {
        InclusionProof proof = tree.inclusion(entry.number() - 1);
        byte[] leaf = leaf(entry);
        if (!Arrays.equals(leaf, entry.leaf()) || !proof.proves(leaf, root)) {
            throw EvidenceRefusedException.notAsSealed(entry.number());
        }
        return EvidenceEntry.of(
                entry.number(), entry.content().json(), leaf, proof.hashes(), wording.of(entry.content()));
    }

    private byte[] leaf(ProvableEntry entry) {
        try {
            return hash.leaf(entry.content().bytes());
        } catch (IllegalArgumentException saysWhatNoEntryCan) {
            throw EvidenceRefusedException.notAsSealed(entry.number());
        }
    }
}
