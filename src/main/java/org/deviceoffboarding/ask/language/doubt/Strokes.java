package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.jspecify.annotations.Nullable;

/** "Disabled/noncompliant": of what is said by different fields, a stroke can mean both or either. Between values of one it is "or". */
final class Strokes {

    private Strokes() {}

    /** Misses dangerously each stroke that could mean either. */
    static void miss(PromptDraft draft) {
        for (int at : List.copyOf(draft.strokes())) {
            Item.Term before = before(draft.items(), at);
            Item.Term behind = behind(draft.items(), at);
            boolean fields = before != null
                    && behind != null
                    && before.type() != null
                    && behind.type() != null
                    && before.type() != behind.type();
            if (fields) {
                draft.missDangerously(
                        at,
                        at + 1,
                        "whether both are meant or either is not said: say \"and\" or \"or\".",
                        List.of(" and ", " or "));
            }
        }
    }

    private static Item.@Nullable Term before(List<Item> items, int at) {
        return items.stream()
                .filter(Item.Term.class::isInstance)
                .map(Item.Term.class::cast)
                .filter(term -> term.end() <= at)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Item.@Nullable Term behind(List<Item> items, int at) {
        return items.stream()
                .filter(Item.Term.class::isInstance)
                .map(Item.Term.class::cast)
                .filter(term -> term.start() > at)
                .findFirst()
                .orElse(null);
    }
}
