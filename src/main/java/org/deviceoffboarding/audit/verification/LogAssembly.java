package org.deviceoffboarding.audit.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.audit.tree.Frontier;
import org.jspecify.annotations.Nullable;

/** Puts the parts of the log together, in their order, and judges each checkpoint by what stands before it. For one thread. */
final class LogAssembly {

    private static final int TILE_HEIGHT = 8;
    private static final int LEVEL_OF_PARTS = 3;

    private final Notes notes;
    private final List<Excuse> excuses;
    private final StoredTiles tiles;
    private final Frontier parts;
    private final MisfitTally misfits = new MisfitTally();
    private final Map<Excuse, Long> excused = new TreeMap<>(Comparator.comparing(Excuse::foundAt));
    private @Nullable Claim proved;
    private long provedSize;
    private long missingInside;
    private long wronglySigned;
    private @Nullable Claim firstWronglySigned;
    private @Nullable Claim lastWronglySigned;
    private boolean whole = true;
    private boolean cutOff;
    private boolean asSigned = true;
    private boolean insideAsSigned = true;

    /**
     * @param parts over what is known to be well already
     * @param provedSize how many entries these are, those of the first part included
     * @param tiles those of several parts
     */
    LogAssembly(Notes notes, List<Excuse> excuses, StoredTiles tiles, Frontier parts, long provedSize) {
        this.notes = notes;
        this.excuses = excuses;
        this.tiles = tiles;
        this.parts = parts;
        this.provedSize = provedSize;
    }

    /** Takes the next part. */
    void add(PartResult result) {
        misfits.add(result.misfits());
        if (whole) {
            result.claims().forEach(this::judge);
        }
        byte[] root = result.root();
        if (root == null) {
            whole = false;
        } else if (whole && result.part().isComplete()) {
            parts.append(root, this::tile);
        }
    }

    /** Takes what does not fit besides. */
    void add(Misfit misfit) {
        misfits.add(misfit);
    }

    void add(MisfitTally others) {
        misfits.add(others);
    }

    private void addWronglySigned(Claim claim) {
        wronglySigned++;
        if (firstWronglySigned == null) {
            firstWronglySigned = claim;
        }
        lastWronglySigned = claim;
    }

    /** Takes a checkpoint outside of more entries than there are. */
    void beyond(Claim claim, long size) {
        if (isExcused(claim)) {
            return;
        }
        if (!notes.isSigned(claim)) {
            addWronglySigned(claim);
        } else if (!cutOff) {
            cutOff = true;
            add(Misfits.cutOff(size, claim));
        }
    }

    private void judge(PartClaim reached) {
        Claim claim = reached.claim();
        if (claim.outside()) {
            judgeOutside(claim, reached);
        } else if (insideAsSigned && !(reached.signed() && fits(reached))) {
            insideAsSigned = false;
            add(Misfits.checkpointInside(claim, reached.signed()));
        }
    }

    private void judgeOutside(Claim claim, PartClaim reached) {
        if (isExcused(claim)) {
            return;
        }
        boolean fits = fits(reached);
        if (!reached.signed() || !fits && !notes.isSigned(claim)) {
            addWronglySigned(claim);
            return;
        }
        if (fits && reached.missing()) {
            missingInside++;
        }
        if (!fits && asSigned) {
            asSigned = false;
            add(Misfits.notAsSigned(Math.min(provedSize + 1, claim.size()), claim));
        } else if (fits && asSigned) {
            proved = claim;
            provedSize = claim.size();
        }
    }

    private boolean isExcused(Claim claim) {
        for (Excuse excuse : excuses) {
            if (excuse.covers(claim)) {
                excused.merge(excuse, claim.size(), Math::max);
                return true;
            }
        }
        return false;
    }

    private boolean fits(PartClaim reached) {
        Frontier tree = parts.copy();
        tree.append(reached.root());
        return reached.claim().isOf(tree.root());
    }

    private void tile(int height, long position, byte[] root) {
        if (height == TILE_HEIGHT && !tiles.has(LEVEL_OF_PARTS, position, root)) {
            long leaves = (long) LogPart.SIZE << TILE_HEIGHT;
            add(Misfits.tile(position * leaves + 1, (position + 1) * leaves));
        }
    }

    /** Takes it that all parts and checkpoints were given: what can only be said of all together is added. */
    void end() {
        if (firstWronglySigned != null && lastWronglySigned != null) {
            add(Misfits.wronglySigned(wronglySigned, firstWronglySigned, lastWronglySigned));
        }
        if (missingInside > 0) {
            add(Misfits.checkpointsMissing(missingInside));
        }
    }

    /** Returns what does not fit. */
    MisfitTally misfits() {
        return misfits;
    }

    /** Returns the newest checkpoint outside that fits; null where none does. */
    @Nullable
    Claim proved() {
        return proved;
    }

    /** Returns what is not in this database though it was signed, and why that need not be so. */
    List<String> remarks() {
        return excuses.stream()
                .filter(each -> excused.containsKey(each) || each.size() > 0)
                .sorted(Comparator.comparing(Excuse::foundAt))
                .map(each -> Misfits.restored(each, excused.get(each)))
                .toList();
    }
}
