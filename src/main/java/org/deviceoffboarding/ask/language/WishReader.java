package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;

/** Reads what is wanted of the devices: their number, an order, steps, or what only single ones can be asked. */
final class WishReader {

    private static final Set<String> STEPS = Set.of(
            "to",
            "properly",
            "safely",
            "correctly",
            "best",
            "fully",
            "remove",
            "removing",
            "delete",
            "deleting",
            "offboard",
            "offboarding",
            "clean",
            "cleaned",
            "up",
            "get",
            "getting",
            "rid",
            "of",
            "them",
            "it",
            "those",
            "these",
            "each",
            "from",
            "entra",
            "microsoft",
            "id",
            "for",
            "removal",
            "dispose",
            "decommission",
            "way",
            "how",
            "do",
            "i",
            "we",
            "should",
            "can",
            "take",
            "must",
            "needed",
            "necessary",
            "required",
            "the",
            "all",
            "next",
            "about",
            "right",
            "too",
            "as",
            "well",
            "completely",
            "cleanly",
            "offboarded",
            "removed",
            "also",
            "cleaning",
            "their",
            "our",
            "my",
            "that",
            "are",
            "is",
            "deletion");

    private final Reading reading;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final ComparedReader comparisons;
    private final RankReader ranks;

    WishReader(Reading reading, ComparedReader comparisons, RankReader ranks) {
        this.reading = reading;
        cursor = reading.cursor();
        draft = reading.draft();
        this.comparisons = comparisons;
        this.ranks = ranks;
    }

    /** Reads how devices are removed, which each answer says. */
    void steps() {
        cursor.skip(STEPS);
    }

    void compared(boolean previousRun) {
        if (cursor.previous().isWord("fewer") || cursor.previous().isWord("less")) {
            draft.want(Wish.COUNT);
        }
        comparisons.compared(previousRun, reading.start());
    }

    void wanted(Wish wish) {
        switch (wish) {
            case COUNT -> {
                if (draft.wish() == Wish.COUNT && draft.last() instanceof Item.Joint) {
                    reading.missDangerously(
                            "two numbers at once are not counted: ask for each, or for the number by a field.",
                            List.of());
                    return;
                }
                draft.want(Wish.COUNT);
                draft.piece(reading.from(), reading.to(), "how many");
            }
            case NEXT -> steps();
            case DEVICE, DEVICES, GROUPS -> {}
            case DIFFERENCE -> {
                if (!Set.of("are", "is", "do", "does")
                        .contains(cursor.previous().lower())) {
                    comparisons.compared(false, reading.start());
                }
            }
            case WHY, DISABLED_BY, HISTORY -> {
                cursor.skip(Set.of(
                        "is", "are", "was", "were", "they", "them", "it", "this", "that", "these", "those", "not", "do",
                        "did", "does"));
                reading.missDangerously("this can be asked of single devices: name one.", List.of());
            }
        }
    }

    void ranked(Concept.Ranked ranked) {
        String last = cursor.previous().lower();
        ranks.ranked(ranked, reading.start());
        Choice how =
                switch (last) {
                    case "wiped" -> Choice.WIPE;
                    case "retired" -> Choice.RETIRE;
                    case "deleted" -> Choice.DELETE;
                    default -> null;
                };
        if (how != null) {
            reading.term(Vocabulary.choices(how).condition(), ConditionType.REMOVED_HOW, false);
        }
    }
}
