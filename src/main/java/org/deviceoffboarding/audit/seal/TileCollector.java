package org.deviceoffboarding.audit.seal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deviceoffboarding.audit.tree.Frontier;

/** Keeps those of the subtrees that leaves complete that are stored. */
final class TileCollector implements Frontier.Completion {

    private final List<SealedTile> tiles = new ArrayList<>();

    @Override
    public void complete(int height, long position, byte[] root) {
        if (height > 0 && height % HashBlock.HEIGHT == 0) {
            tiles.add(new SealedTile((short) (height / HashBlock.HEIGHT), position, root));
        }
    }

    /** Returns them, lower levels first. */
    List<SealedTile> tiles() {
        tiles.sort(Comparator.comparing(SealedTile::level));
        return tiles;
    }
}
