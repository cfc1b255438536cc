package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values and the other words of a sentence that was not understood. */
final class SalvagedValues {

    private static final int MOST_WORDS = 24;

    private final List<String> words = new ArrayList<>();
    private final Set<UUID> ids = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<ConditionType, Set<Choice>> choices = new EnumMap<>(ConditionType.class);
    private @Nullable TimePoint moment;

    private SalvagedValues() {}

    static SalvagedValues of(List<Token> tokens) {
        SalvagedValues salvaged = new SalvagedValues();
        Cursor cursor = new Cursor(tokens);
        salvaged.words.add(cursor.take().lower());
        while (!cursor.atEnd()) {
            salvaged.take(cursor);
        }
        return salvaged;
    }

    List<String> words() {
        return words;
    }

    /** Returns whether a value of the sort was given, so that a sentence about it is likely. */
    boolean has(ConditionType type) {
        return switch (type) {
            case IDS -> !ids.isEmpty();
            case ACTIVITY -> moment != null;
            case PLATFORM, OWNERSHIP, JOIN_TYPE, SITUATION -> choices.containsKey(type);
            case USER -> texts.stream().anyMatch(text -> text.contains("@"));
            case NAME, MANUFACTURER, MODEL, GROUP -> !texts.isEmpty();
        };
    }

    List<UUID> ids() {
        return List.copyOf(ids);
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    List<Choice> choices(ConditionType type) {
        return choices.getOrDefault(type, Set.of()).stream().sorted().toList();
    }

    @Nullable
    TimePoint moment() {
        return moment;
    }

    private void take(Cursor cursor) {
        int mark = cursor.mark();
        Choice choice = cursor.accept(Lexicon.CHOICES);
        if (choice != null) {
            choices.computeIfAbsent(choice.type(), _ -> new LinkedHashSet<>()).add(choice);
            return;
        }
        TimePoint found = moment(cursor);
        if (found != null) {
            moment = moment == null ? found : moment;
            return;
        }
        cursor.reset(mark);
        value(cursor.take());
    }

    private void value(Token token) {
        if (IdReader.isLike(token)) {
            try {
                ids.add(IdReader.parse(token));
            } catch (NotUnderstoodException e) {
                // no value to go by
            }
        } else if (token.kind() == Token.Kind.QUOTED || (token.isWord() && looksLikeName(token.text()))) {
            if (token.text().chars().anyMatch(Character::isLetterOrDigit)
                    && token.text().length() < 200) {
                texts.add(token.text());
            }
        } else if (token.isWord() && words.size() < MOST_WORDS) {
            words.add(token.text().length() > 24 ? token.lower().substring(0, 24) : token.lower());
        }
    }

    private static boolean looksLikeName(String text) {
        return text.indexOf('*') >= 0
                || text.indexOf('@') >= 0
                || (Character.isUpperCase(text.charAt(0)) && !Lexicon.isWord(text))
                || (text.indexOf('-') > 0
                        && text.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)));
    }

    private static @Nullable TimePoint moment(Cursor cursor) {
        try {
            return new TimePoints(cursor).momentOrSpan();
        } catch (NotUnderstoodException e) {
            return null;
        }
    }
}
