package org.deviceoffboarding.ask.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads devices by what they are called: names, patterns and IDs. */
final class NameReader {

    private static final Phrases<Boolean> IN_NAME = new Phrases<Boolean>()
            .with(
                    true,
                    "in its name, in the name, in their name, in their names, in name, in the device name, in its device name, in names, as part of the name, somewhere in the name, anywhere in the name, as part of its name, as part of their name, in the display name, as name, as its name");

    private final Reading reading;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final PersonReader persons;

    NameReader(Reading reading, PersonReader persons) {
        this.reading = reading;
        cursor = reading.cursor();
        draft = reading.draft();
        this.persons = persons;
    }

    void quoted() {
        Token token = cursor.take();
        if (isPart(token.text())) {
            return;
        }
        if (token.text().isBlank()) {
            reading.miss("these quotation marks hold nothing.", List.of());
        } else if (draft.last() instanceof Item.Hole) {
            reading.miss(Reading.UNKNOWN, List.of());
        } else if (token.text().indexOf('@') > 0 && token.text().indexOf(' ') < 0) {
            persons.named(token);
        } else {
            name(token.text());
        }
    }

    /** Reads "in the name" behind a text, which is then part of it. */
    boolean isPart(String text) {
        boolean part = cursor.accept(IN_NAME) != null;
        if (part) {
            name("*" + text + "*");
        }
        return part;
    }

    void name(String pattern) {
        Item.Term last = draft.lastTerm();
        if (persons.isBehindBy()) {
            reading.missDangerously("it is not said what of this person.", List.of());
        } else if (last != null && last.condition().criteria().stream().anyMatch(Criterion.None.class::isInstance)) {
            reading.missDangerously("whether this is the name of a device is not said.", List.of());
        } else {
            reading.term(
                    new Condition.Is(new Criterion.Texts(ConditionType.NAME, List.of(pattern))),
                    ConditionType.NAME,
                    false);
        }
    }

    void ids() {
        int mark = cursor.mark();
        cursor.skip(Set.of("is", "are", "=", "of", "the", "either", "in"));
        Set<UUID> ids = new LinkedHashSet<>();
        for (int here = cursor.mark(); !cursor.atEnd() && IdReader.isLike(cursor.peek()); here = cursor.mark()) {
            ids.add(IdReader.parse(cursor.take()));
            boolean more = false;
            while (!cursor.atEnd()
                    && (cursor.peek().kind() == Token.Kind.COMMA
                            || cursor.peek().isWord("and")
                            || cursor.peek().isWord("or"))) {
                cursor.take();
                more = true;
            }
            if (more && (cursor.atEnd() || !IdReader.isLike(cursor.peek()))) {
                cursor.reset(here + 1);
            }
        }
        if (ids.isEmpty()) {
            cursor.reset(mark);
            reading.missDangerously(Reading.NO_VALUE, List.of());
        } else {
            reading.term(new Condition.Is(new Criterion.Ids(List.copyOf(ids))), ConditionType.IDS, false);
        }
    }
}
