package org.deviceoffboarding.demotenant.graph.faults;

import java.util.SplittableRandom;

/**
 * Which of the requests that a fault concerns it strikes. For each of them a number is drawn, so that the same seed strikes
 * the same ones again.
 *
 * @param skip how many go well before
 * @param times how many it strikes after that; -1 for any number
 * @param share of a hundred that it strikes, as the draw falls; 100 for every one
 * @param seed of the draw
 */
record Strikes(int skip, int times, double share, long seed) {

    Strikes {
        if (!(share > 0 && share <= 100)) {
            throw new IllegalArgumentException("share is " + share + ", but has to be above 0 and at most 100.");
        }
    }

    /** Returns whether it is for a number of requests, and lets others go well. */
    boolean isForSome() {
        return skip > 0 || times > 0 || share < 100;
    }

    /** Returns the decisions, one after the other. */
    Decisions decisions() {
        return new Decisions();
    }

    /** Not safe for many threads. */
    final class Decisions {

        private final SplittableRandom random = new SplittableRandom(seed);
        private int toSkip = skip;
        private int left = times;

        /** Decides about the next request that the fault concerns. */
        boolean strikesNext() {
            boolean drawn = random.nextDouble(100) < share;
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (!drawn) {
                return false;
            }
            left = Math.max(-1, left - 1);
            return true;
        }

        boolean spent() {
            return left == 0;
        }
    }
}
