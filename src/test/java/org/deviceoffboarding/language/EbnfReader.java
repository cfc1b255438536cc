package org.deviceoffboarding.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says whether a text follows a grammar, by trying all ways at a time. */
public final class EbnfReader {

    private final Ebnf grammar;
    private final Map<String, Predicate<Token>> described;

    /** @param described what fits each rule that the grammar only describes */
    public EbnfReader(Ebnf grammar, Map<String, Predicate<Token>> described) {
        this.grammar = grammar;
        this.described = described;
    }

    public boolean follows(String text, String rule) {
        List<Token> tokens = Tokenizer.of(text);
        return read(new Ebnf.Reference(rule), tokens, Set.of(0)).contains(tokens.size());
    }

    /** Returns all positions behind the part, if it begins at one of these. */
    private Set<Integer> read(Ebnf.Part part, List<Token> tokens, Set<Integer> from) {
        Set<Integer> behind = new TreeSet<>();
        if (from.isEmpty()) {
            return behind;
        }
        switch (part) {
            case Ebnf.Phrase phrase -> from.forEach(at -> behind.addAll(phrase(phrase.words(), tokens, at)));
            case Ebnf.Described words -> throw new IllegalArgumentException("Nothing fits " + words);
            case Ebnf.Sequence sequence -> behind.addAll(sequence(sequence, tokens, from));
            case Ebnf.Alternatives alternatives ->
                alternatives.parts().forEach(each -> behind.addAll(read(each, tokens, from)));
            case Ebnf.Optional optional -> {
                behind.addAll(from);
                behind.addAll(read(optional.part(), tokens, from));
            }
            case Ebnf.Repeated repeated -> {
                Set<Integer> next = from;
                while (behind.addAll(next)) {
                    next = read(repeated.part(), tokens, next);
                }
            }
            case Ebnf.Reference(String rule) -> behind.addAll(rule(rule, tokens, from));
        }
        return behind;
    }

    private Set<Integer> sequence(Ebnf.Sequence sequence, List<Token> tokens, Set<Integer> from) {
        Set<Integer> at = from;
        for (Ebnf.Part part : sequence.parts()) {
            at = read(part, tokens, at);
        }
        return at;
    }

    private Set<Integer> rule(String rule, List<Token> tokens, Set<Integer> from) {
        Predicate<Token> fitting = described.get(rule);
        if (fitting == null) {
            return read(grammar.rule(rule), tokens, from);
        }
        int length = rule.equals("line break") ? 0 : 1;
        Set<Integer> behind = new TreeSet<>();
        from.stream()
                .filter(at -> at < tokens.size() && fitting.test(tokens.get(at)))
                .forEach(at -> behind.add(at + length));
        return behind;
    }

    private static Set<Integer> phrase(String words, List<Token> tokens, int at) {
        if (at < tokens.size() && !tokens.get(at).isWord()) {
            return tokens.get(at).text().equals(words) && !tokens.get(at).isValue() ? Set.of(at + 1) : Set.of();
        }
        Phrases.Match<Boolean> match =
                new Phrases<Boolean>().with(true, List.of(words)).match(tokens, at);
        return match == null ? Set.of() : Set.of(match.next());
    }
}
