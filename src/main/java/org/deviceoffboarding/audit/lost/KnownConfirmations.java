package org.deviceoffboarding.audit.lost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what an owner confirmed of a loss among all entries that say to be such a confirmation: whoever has got hold of the portal's role adds
 * as many as they like. Each time it is asked the newest are looked at, and some of all others in turn, and what was found is remembered:
 * others only delay it.
 */
@Component
class KnownConfirmations {

    /** Judging so many takes some hundredths of a second where each of them has to be held against the keys. */
    private static final int IN_TURN = 150;

    private static final int FEW = 20;

    private final LossRepository losses;
    private final LossNotes notes;

    /** The entry that was found last; null where none was. */
    private @Nullable Long found;

    /** Behind which entry the next look begins; null where that is at the first. */
    private LossRepository.@Nullable Confirmation last;

    KnownConfirmations(LossRepository losses, LossNotes notes) {
        this.losses = losses;
        this.notes = notes;
    }

    /**
     * Returns what confirms a loss, as far as it was looked at.
     *
     * @param until now, and as far as portals' clocks differ: what says to be of later somebody put there
     */
    synchronized Optional<LostCheckpoints.Confirmed> of(Instant noticedAt, Instant until) {
        return known(noticedAt)
                .or(() -> first(losses.newestConfirmations(noticedAt, until, FEW), noticedAt))
                .or(() -> inTurn(noticedAt, until));
    }

    /** It is there only as long as its entry is: a backup may have been restored. */
    private Optional<LostCheckpoints.Confirmed> known(Instant noticedAt) {
        return Optional.ofNullable(found)
                .flatMap(losses::confirmation)
                .flatMap(each -> notes.read(each.signed(), noticedAt));
    }

    private Optional<LostCheckpoints.Confirmed> inTurn(Instant noticedAt, Instant until) {
        LossRepository.Confirmation from = last;
        List<LossRepository.Confirmation> next = from == null || from.at().isBefore(noticedAt)
                ? losses.confirmationsFrom(noticedAt, until, IN_TURN)
                : losses.confirmationsBehind(from, until, IN_TURN);
        last = next.size() < IN_TURN ? null : next.getLast();
        return first(next, noticedAt);
    }

    private Optional<LostCheckpoints.Confirmed> first(List<LossRepository.Confirmation> some, Instant noticedAt) {
        for (LossRepository.Confirmation each : some) {
            Optional<LostCheckpoints.Confirmed> confirmed = notes.read(each.signed(), noticedAt);
            if (confirmed.isPresent()) {
                found = each.id();
                return confirmed;
            }
        }
        return Optional.empty();
    }
}
