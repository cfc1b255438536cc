package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.deviceoffboarding.audit.tree.Frontier;

/**
 * Checks one part of the log: each entry against its leaf, the numbers, the tiles that the part is made of; and what its tree was like
 * at each checkpoint. What stands left of the part it does not know.
 */
final class PartCheck {

    /** Of so many checkpoints the signatures are looked at; those before stand on the same entries. */
    static final int SIGNATURES = 64;

    private static final int TILE_HEIGHT = 8;

    private final LogPart part;
    private final Notes notes;
    private final boolean words;
    private final StoredTiles tiles;
    private final LongAdder done;
    private final List<Claim> claims;
    private final Frontier tree;
    private final List<PartClaim> reached = new ArrayList<>();
    private final Deque<Claim> next = new ArrayDeque<>();
    private final MisfitTally misfits = new MisfitTally();
    private final Set<Claim> looked = new HashSet<>();

    /** The checkpoints that the database has, and those outside that were found missing among them. */
    private final Set<String> known = new HashSet<>();

    /**
     * @param claims within the part, by size
     * @param tree over the entries of the part that are not read
     * @param words whether the words that searches find entries by are as the migrations made them, so that each entry's are compared
     * @param done told of each entry that was read
     */
    PartCheck(
            LogPart part,
            List<Claim> claims,
            Frontier tree,
            StoredTiles tiles,
            Notes notes,
            boolean words,
            LongAdder done) {
        this.part = part;
        this.claims = claims;
        this.tree = tree;
        this.tiles = tiles;
        this.notes = notes;
        this.words = words;
        this.done = done;
        next.addAll(claims);
        claims.stream().filter(claim -> !claim.outside()).map(Claim::text).forEach(known::add);
    }

    /** @throws java.util.concurrent.CancellationException if the thread was interrupted */
    PartResult check(Connection connection) throws SQLException {
        chooseSignatures();
        boolean whole = entries(connection);
        return new PartResult(part, whole ? tree.root() : null, reached, misfits);
    }

    private void chooseSignatures() {
        for (boolean outside : new boolean[] {true, false}) {
            List<Claim> all =
                    claims.stream().filter(claim -> claim.outside() == outside).toList();
            looked.addAll(all.subList(Math.max(0, all.size() - SIGNATURES), all.size()));
        }
    }

    /** Returns whether all numbers are there, each once. */
    private boolean entries(Connection connection) throws SQLException {
        PartLeaves leaves = PartLeaves.read(connection, part);
        EntryMarks marks = EntryMarks.of(connection, leaves, words, done);
        for (int place = 0; place < leaves.count(); place++) {
            leaf(leaves, marks, place);
            if (marks.isDoubled(place)) {
                note(Misfits.doubled(leaves.number(place)));
                return false;
            }
        }
        Misfit end = leaves.end();
        if (end != null) {
            note(end);
        }
        return end == null;
    }

    private void leaf(PartLeaves leaves, EntryMarks marks, int place) {
        long number = leaves.number(place);
        if (marks.isMissing(place)) {
            note(Misfits.entryMissing(number));
        } else if (marks.isChanged(place)) {
            note(Misfits.changed(number));
        } else if (marks.hasOtherWords(place)) {
            note(Misfits.otherWords(number));
        }
        tree.append(leaves.hash(place), this::tile);
        while (!next.isEmpty() && next.getFirst().size() == number) {
            Claim claim = next.removeFirst();
            boolean missing = known.add(claim.text());
            boolean signed = !(missing || looked.contains(claim)) || notes.isSigned(claim);
            reached.add(new PartClaim(claim, tree.root(), signed, missing));
        }
    }

    private void tile(int height, long position, byte[] root) {
        if (height == TILE_HEIGHT || height == 2 * TILE_HEIGHT) {
            long absolute = position + (part.start() >>> height);
            if (!tiles.has(height / TILE_HEIGHT, absolute, root)) {
                note(Misfits.tile((absolute << height) + 1, absolute + 1 << height));
            }
        }
    }

    private void note(Misfit misfit) {
        misfits.add(misfit);
    }
}
