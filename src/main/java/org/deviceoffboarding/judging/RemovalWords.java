package org.deviceoffboarding.judging;

import java.time.Instant;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.RemovalEvent.Kind;

/** How removal events read as evidence. */
final class RemovalWords {

    private RemovalWords() {}

    /** Returns the sentence for an event that happened. */
    static String of(RemovalEvent event) {
        String at = Timestamps.words(event.at());
        return switch (event.kind()) {
            case HIDDEN ->
                "A clean-up rule of Intune hid its record on " + at
                        + " (audit event): it was never retired, its data is still on it, and it may come back.";
            case GONE -> "Intune had a record of it in an earlier run; by " + at + " that record was gone.";
            case RETIRE, WIPE, DELETE -> removal(event, at);
        };
    }

    /**
     * Returns the sentence for an event that does not decide.
     *
     * @param tooOld whether its age alone keeps it from deciding
     */
    static String beside(RemovalEvent event, boolean tooOld, Instant now) {
        if (Timestamps.known(event.at(), now) == null) {
            return "A " + noun(event.kind()) + " carries a date that cannot be (" + Timestamps.words(event.at())
                    + ") and is ignored.";
        }
        if (!event.success()) {
            return failure(event);
        }
        return tooOld ? of(event) + " That is too long ago to explain the missing record." : of(event);
    }

    private static String removal(RemovalEvent event, String at) {
        String source = event.source() == RemovalEvent.Source.AUDIT ? " (audit event)." : " (earlier run).";
        return hasActor(event)
                ? event.actor() + " " + verb(event.kind()) + " it in Intune on " + at + source
                : "It was " + verb(event.kind()) + " in Intune on " + at + source;
    }

    private static String failure(RemovalEvent event) {
        String who = hasActor(event) ? " by " + event.actor() : "";
        String result = event.result() == null || event.result().isBlank() ? "" : " (" + event.result() + ")";
        return "A " + noun(event.kind()) + who + " on " + Timestamps.words(event.at()) + " did not succeed" + result
                + " and explains nothing.";
    }

    private static boolean hasActor(RemovalEvent event) {
        return event.actor() != null && !event.actor().isBlank();
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case RETIRE -> "retired";
            case WIPE -> "wiped";
            case DELETE -> "deleted";
            case HIDDEN -> "hid";
            case GONE -> "lost";
        };
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case RETIRE -> "retire";
            case WIPE -> "wipe";
            case DELETE -> "delete";
            case HIDDEN -> "clean-up rule's hiding";
            case GONE -> "missing record";
        };
    }
}
