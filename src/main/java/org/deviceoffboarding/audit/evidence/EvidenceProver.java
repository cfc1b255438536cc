package org.deviceoffboarding.audit.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.evidence.file.EvidenceEnd;
import org.deviceoffboarding.audit.evidence.file.EvidenceEntry;
import org.deviceoffboarding.audit.evidence.file.EvidenceWriter;
import org.deviceoffboarding.audit.seal.BrokenTreeException;
import org.deviceoffboarding.audit.seal.TreeReader;
import org.deviceoffboarding.audit.tree.InclusionProof;
import org.deviceoffboarding.audit.tree.MerkleTree;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/** Proves entries one after the other, and checks each proof before it is given away. For one file. */
final class EvidenceProver {

    private final EvidenceRepository entries;
    private final Checkpoint checkpoint;
    private final byte[] root;
    private final MerkleTree tree;
    private final TreeHash hash = new TreeHash();
    private final EvidenceWording wording;
    private final List<Long> unproved = new ArrayList<>();
    private long misfits;

    EvidenceProver(EvidenceRepository entries, TreeReader tree, Checkpoint checkpoint, EvidenceWording wording) {
        this.entries = entries;
        this.wording = wording;
        this.checkpoint = checkpoint;
        this.root = checkpoint.root();
        this.tree = tree.at(checkpoint.size());
    }

    /**
     * Writes those of some entries that the checkpoint proves; remembers which are not as they were sealed.
     *
     * @return how many are not sealed yet
     */
    int write(List<Long> ids, EvidenceWriter file) throws IOException {
        List<ProvableEntry> provable = entries.entries(ids, checkpoint.size());
        for (ProvableEntry entry : provable) {
            EvidenceEntry proved = proved(entry);
            if (proved == null) {
                misfits++;
                if (unproved.size() < EvidenceEnd.NAMED) {
                    unproved.add(entry.number());
                }
            } else {
                file.add(proved);
            }
        }
        return ids.size() - provable.size();
    }

    /** Returns what is to come at the end of the file. */
    EvidenceEnd end(List<String> keys, long leftOut) {
        return new EvidenceEnd(keys, leftOut, unproved, misfits - unproved.size());
    }

    private @Nullable EvidenceEntry proved(ProvableEntry entry) {
        InclusionProof proof = inclusion(entry.number());
        byte[] leaf = leaf(entry);
        if (proof == null || leaf == null || !Arrays.equals(leaf, entry.leaf()) || !proof.proves(leaf, root)) {
            return null;
        }
        return EvidenceEntry.of(
                entry.number(), entry.content().json(), leaf, proof.hashes(), wording.of(entry.content()));
    }

    private @Nullable InclusionProof inclusion(long number) {
        try {
            return tree.inclusion(number - 1);
        } catch (BrokenTreeException lacksWhatProvesIt) {
            return null;
        }
    }

    private byte @Nullable [] leaf(ProvableEntry entry) {
        try {
            return hash.leaf(entry.content().bytes());
        } catch (IllegalArgumentException saysWhatNoEntryCan) {
            return null;
        }
    }
}
