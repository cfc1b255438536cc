package org.deviceoffboarding.audit.seal;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.tree.Frontier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the edge of the tree at what was signed last, from which it grows on; what was signed says whether it is the right one. */
@Component
class TreeEdge {

    private static final int AT_ONCE = 10_000;

    private static final Logger log = LoggerFactory.getLogger(TreeEdge.class);

    private final TreeReader tree;
    private final LeafRepository leaves;

    /** As it was left, so that it need not be read; what was signed tells whether it still is that. */
    private volatile @Nullable Frontier left;

    TreeEdge(TreeReader tree, LeafRepository leaves) {
        this.tree = tree;
        this.leaves = leaves;
    }

    /**
     * Returns it, for whoever asks to let it grow.
     *
     * @throws BrokenTreeException if a leaf is missing
     */
    Frontier at(Optional<SignedCheckpoint> signed) {
        return signed.map(each -> known(each).orElseGet(() -> byLeaves(each))).orElseGet(Frontier::new);
    }

    void leave(Frontier edge) {
        left = edge.copy();
    }

    private Optional<Frontier> known(SignedCheckpoint signed) {
        Frontier last = left;
        if (last != null && isOf(signed, last)) {
            return Optional.of(last.copy());
        }
        try {
            return Optional.of(tree.at(signed.checkpoint().size()).frontier()).filter(edge -> isOf(signed, edge));
        } catch (BrokenTreeException lacksOne) {
            return Optional.empty();
        }
    }

    private static boolean isOf(SignedCheckpoint signed, Frontier edge) {
        return edge.size() == signed.checkpoint().size() && signed.checkpoint().hasRoot(edge.root());
    }

    /** Where a tile is not what it should be, all leaves tell. Where they contradict what was signed, verifying says so. */
    private Frontier byLeaves(SignedCheckpoint signed) {
        long size = signed.checkpoint().size();
        log.atError()
                .addKeyValue("size", size)
                .log("The audit log's tiles are not those of what was signed: its leaves are read");
        Frontier edge = new Frontier();
        while (edge.size() < size) {
            List<PlacedLeaf> next = leaves.behind(edge.size(), (int) Math.min(AT_ONCE, size - edge.size()));
            for (PlacedLeaf leaf : next) {
                require(leaf.number() == edge.size() + 1, edge.size() + 1);
                edge.append(leaf.hash());
            }
            require(!next.isEmpty(), edge.size() + 1);
        }
        return edge;
    }

    private static void require(boolean there, long number) {
        if (!there) {
            throw new BrokenTreeException("The audit log has no leaf " + number);
        }
    }
}
