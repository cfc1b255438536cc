package org.deviceoffboarding.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deviceoffboarding.demotenant.graph.faults.Fault;

/**
 * The pages of a list that take their time: 300 ms each, and every twentieth, as the draw falls, 2 s.
 *
 * @param seed of the draw, which is the demo tenant's own
 * @param pages that are slow, from the first on
 */
record SlowPages(String path, long seed, int pages) {

    static final int ALL = Integer.MAX_VALUE;

    private static final int SHARE = 5;
    private static final long USUAL = 300;
    private static final long LONG = 2_000;

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        int some = pages == ALL ? -1 : longOnes(pages);
        if (some != 0) {
            faults.add(
                    Fault.of(Fault.Kind.SLOW, path, some).byChance(SHARE, seed).withLatencyMs(LONG));
        }
        faults.add(Fault.of(Fault.Kind.SLOW, path, pages == ALL ? -1 : pages - some)
                .withLatencyMs(USUAL));
        return faults;
    }

    /** Returns how many seconds the pages take that were asked for, each of which has to wait for the one before. */
    double chain(long requests) {
        int asked = (int) Math.min(requests, pages);
        int some = longOnes(asked);
        return (some * LONG + (asked - some) * USUAL) / 1e3;
    }

    private int longOnes(int asked) {
        SplittableRandom draw = new SplittableRandom(seed);
        int some = 0;
        for (int page = 0; page < asked; page++) {
            some += draw.nextDouble(100) < SHARE ? 1 : 0;
        }
        return some;
    }
}
