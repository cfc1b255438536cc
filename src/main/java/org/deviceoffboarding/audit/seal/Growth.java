package org.deviceoffboarding.audit.seal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.deviceoffboarding.audit.tree.Frontier;

/**
 * The tree as it grows by one batch. Leaves behind its end that the sealer did not write are taken as they stand, since no number can be
 * given twice: sealing goes on, and verifying says which they are. For one thread.
 */
final class Growth {

    private final LeafRepository leaves;
    private final Frontier frontier;
    private final TileCollector completed = new TileCollector();
    private long foreign;

    /** @param frontier of what is signed; it grows */
    Growth(LeafRepository leaves, Frontier frontier) {
        this.leaves = leaves;
        this.frontier = frontier;
    }

    /** Takes what follows on the end already. */
    Growth withWhatFollows() {
        List<PlacedLeaf> next;
        do {
            next = leaves.behind(size(), Sealer.BATCH);
            takeThoseThatFollow(new ArrayDeque<>(next));
        } while (next.size() == Sealer.BATCH && next.getLast().number() == size());
        return this;
    }

    private void takeThoseThatFollow(Deque<PlacedLeaf> ahead) {
        while (!ahead.isEmpty() && ahead.getFirst().number() == size() + 1) {
            PlacedLeaf leaf = ahead.removeFirst();
            foreign++;
            frontier.append(leaf.hash(), completed);
        }
    }

    /** Numbers entries; returns their leaves, fewer where so many stand ahead that not all can be looked at. */
    List<PlacedLeaf> add(List<FittingLeaf> entries) {
        Deque<PlacedLeaf> ahead = new ArrayDeque<>(entries.isEmpty() ? List.of() : leaves.behind(size(), Sealer.BATCH));
        boolean all = ahead.size() < Sealer.BATCH;
        List<PlacedLeaf> added = new ArrayList<>(entries.size());
        for (FittingLeaf entry : entries) {
            takeThoseThatFollow(ahead);
            if (ahead.isEmpty() && !all) {
                break;
            }
            added.add(new PlacedLeaf(size() + 1, entry.entryId(), entry.hash()));
            frontier.append(entry.hash(), completed);
        }
        return added;
    }

    long size() {
        return frontier.size();
    }

    Frontier frontier() {
        return frontier;
    }

    List<SealedTile> tiles() {
        return completed.tiles();
    }

    /** Returns how many were there that nobody signed. */
    long foreign() {
        return foreign;
    }
}
