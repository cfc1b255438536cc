package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads versions, alone or of a platform, and what they are compared with. */
final class VersionReader {

    private final Reading reading;
    private final Cursor cursor;
    private final PromptDraft draft;

    VersionReader(Reading reading) {
        this.reading = reading;
        cursor = reading.cursor();
        draft = reading.draft();
    }

    /** "At least version 17", "on a version older than iOS 17". */
    boolean compared() {
        Concept first = cursor.accept(Vocabulary.PHRASES);
        if (first instanceof Concept.VersionOf && comparedPlatform()) {
            return true;
        }
        cursor.reset(reading.start());
        Condition version = new Versions(cursor).compared(platform());
        if (version != null) {
            reading.term(version, ConditionType.VERSION, false);
        }
        return version != null;
    }

    boolean comparedPlatform() {
        Condition condition = new Versions(cursor).before();
        if (condition != null) {
            reading.term(condition, ConditionType.PLATFORM, false);
        }
        return condition != null;
    }

    void named() {
        Choice platform = platform();
        boolean negated = Set.of("isn't", "not").contains(cursor.lower(0))
                && !cursor.lower(1).isEmpty()
                && cursor.accept(cursor.lower(0));
        Condition condition = new Versions(cursor).alone(platform);
        if (condition == null) {
            reading.missDangerously(Reading.NO_VALUE, List.of());
        } else {
            reading.term(negated ? Condition.not(condition) : condition, ConditionType.VERSION, false);
        }
    }

    /** Returns the platform that was named last, if one was. */
    private @Nullable Choice platform() {
        Choice platform = null;
        for (Item item : draft.items()) {
            if (item
                            instanceof
                            Item.Term(
                                    Condition.Is(Criterion.Choices(ConditionType type, List<Choice> choices)),
                                    var _,
                                    var _,
                                    var _,
                                    var _)
                    && type == ConditionType.PLATFORM
                    && choices.size() == 1) {
                platform = choices.getFirst();
            }
        }
        return platform;
    }
}
