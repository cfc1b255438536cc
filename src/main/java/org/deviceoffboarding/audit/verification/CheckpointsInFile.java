package org.deviceoffboarding.audit.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.CheckpointReader;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** The checkpoints in the file outside, by their sizes: where the log was restored from a backup the file begins anew with smaller ones. */
final class CheckpointsInFile implements OutsideCheckpoints {

    /** So often nobody restores a log. */
    private static final int MOST_BEGINNINGS = 32;

    private final CheckpointFile file;
    private final String origin;

    /** @param origin which log this is */
    CheckpointsInFile(CheckpointFile file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    @Override
    public Reading open(long from) {
        return usable(() -> from == 0 ? new Merged(beginnings()) : new Sorted(newest(from)));
    }

    private <R> R usable(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (MalformedNoteException e) {
            throw new UnusableNoteException(
                    "The checkpoints in " + file.path() + " can't be read: " + e.getMessage() + ".");
        } catch (CheckpointFileException e) {
            throw new UnusableNoteException(e.getMessage() + ".");
        }
    }

    private @Nullable Claim claim(@Nullable SignedCheckpoint signed) {
        if (signed != null && !signed.checkpoint().origin().equals(origin)) {
            throw new UnusableNoteException(
                    "The checkpoints in " + file.path()
                            + " are of another log, so that they prove nothing about this one. Move the file away, or name another folder.");
        }
        return signed == null ? null : new Claim(signed, true);
    }

    private List<Claim> newest(long from) {
        List<Claim> newest = new ArrayList<>();
        try (CheckpointReader reader = CheckpointReader.newest(file, from)) {
            for (Claim claim = claim(reader.next()); claim != null; claim = claim(reader.next())) {
                if (claim.size() >= from) {
                    newest.add(claim);
                }
            }
        }
        newest.sort(Comparator.comparingLong(Claim::size));
        return newest;
    }

    /**
     * Returns behind how many checkpoints those begin that are of growing sizes, and last how many there are: what is added while the file
     * is read may be of more entries than the log had before.
     */
    private List<Long> beginnings() {
        List<Long> beginnings = new ArrayList<>(List.of(0L));
        long count = 0;
        try (CheckpointReader reader = CheckpointReader.all(file)) {
            long before = 0;
            for (Claim claim = claim(reader.next()); claim != null; claim = claim(reader.next())) {
                if (claim.size() < before) {
                    beginnings.add(count);
                }
                before = claim.size();
                count++;
            }
        }
        if (beginnings.size() > MOST_BEGINNINGS) {
            throw new UnusableNoteException(
                    "The checkpoints in " + file.path() + " are in no order: the file was changed.");
        }
        beginnings.add(count);
        return beginnings;
    }

    private record Sorted(Iterator<Claim> claims) implements Reading {

        Sorted(List<Claim> claims) {
            this(claims.iterator());
        }

        @Override
        public @Nullable Claim next() {
            return claims.hasNext() ? claims.next() : null;
        }

        @Override
        public void close() {}
    }

    /** A stretch of the file in which sizes grow. */
    private final class Stretch {

        private final CheckpointReader reader;
        private long left;
        private @Nullable Claim next;

        Stretch(long from, long until) {
            reader = CheckpointReader.all(file);
            for (long passed = 0; passed < from; passed++) {
                reader.next();
            }
            left = until - from;
            advance();
        }

        void advance() {
            next = left-- > 0 ? claim(reader.next()) : null;
        }
    }

    private final class Merged implements Reading {

        private final List<Stretch> stretches = new ArrayList<>();

        /** @param beginnings see {@link #beginnings()} */
        Merged(List<Long> beginnings) {
            for (int i = 1; i < beginnings.size(); i++) {
                stretches.add(new Stretch(beginnings.get(i - 1), beginnings.get(i)));
            }
        }

        @Override
        public @Nullable Claim next() {
            return usable(this::smallest);
        }

        private @Nullable Claim smallest() {
            Claim smallest = null;
            Stretch from = null;
            for (Stretch stretch : stretches) {
                Claim claim = stretch.next;
                if (claim != null && (smallest == null || claim.size() < smallest.size())) {
                    smallest = claim;
                    from = stretch;
                }
            }
            if (from != null) {
                from.advance();
            }
            return smallest;
        }

        @Override
        public void close() {
            stretches.forEach(stretch -> stretch.reader.close());
        }
    }
}
