package org.deviceoffboarding.suggestion.ui;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.suggestion.DoneDevices;
import org.deviceoffboarding.suggestion.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how much this portal has done of a suggestion: "11 of 11 disabled, grace until 28 Dec". */
@Component
class DoneWords {

    private final FlaggedDevices flagged;

    DoneWords(FlaggedDevices flagged) {
        this.flagged = flagged;
    }

    /** Returns it; empty where nothing was done. Grace periods are those of now, since an owner may have changed them. */
    String of(Suggestion suggestion) {
        return words(suggestion, suggestion.done().waiting() > 0 ? ", grace until " + graceEnds(suggestion) : "");
    }

    /** Returns it for lists: "11 of 11 disabled". */
    static String shortly(Suggestion suggestion) {
        return words(suggestion, "");
    }

    private static String words(Suggestion suggestion, String grace) {
        DoneDevices done = suggestion.done();
        String waiting = Stream.of(
                        part(done.disabled(), suggestion, "disabled"), part(done.takenOver(), suggestion, "taken over"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(waiting + grace, part(done.deleted(), suggestion, "deleted"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String part(int some, Suggestion suggestion, String done) {
        return some == 0 ? "" : Amounts.number(some) + " of " + Amounts.number(suggestion.devices()) + " " + done;
    }

    /** Returns when the grace periods of what was disabled end: a day, or the first and the last; never where none goes on. */
    String graceEnds(Suggestion suggestion) {
        String first = graceEnds(suggestion, suggestion.done().firstDisabledAt());
        String last = graceEnds(suggestion, suggestion.done().lastDisabledAt());
        return first.equals(last) ? last : first + " to " + last;
    }

    private String graceEnds(Suggestion suggestion, @Nullable Instant disabled) {
        Instant since = Objects.requireNonNull(disabled, "What was disabled has a time");
        return TimeDisplay.dayShortly(since.plus(flagged.rules().gracePeriodFor(suggestion.platform())));
    }
}
