package org.deviceoffboarding.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes sentences of a grammar at random, in which each phrase is the longest that could stand there. */
public final class EbnfDerivation {

    /** Words, and what else could stand in their place. */
    private record Leaf(String words, Set<String> others) {}

    private final Ebnf grammar;
    private final Map<String, List<String>> samples;
    private final Random random;

    /** @param samples for each rule that the grammar only describes */
    public EbnfDerivation(Ebnf grammar, Map<String, List<String>> samples, Random random) {
        this.grammar = grammar;
        this.samples = samples;
        this.random = random;
    }

    public String of(String rule) {
        List<Leaf> leaves = new ArrayList<>();
        do {
            leaves.clear();
            derive(new Ebnf.Reference(rule), leaves);
        } while (isShadowed(leaves));
        return words(leaves, 0);
    }

    private void derive(Ebnf.Part part, List<Leaf> leaves) {
        switch (part) {
            case Ebnf.Phrase phrase -> leaves.add(new Leaf(phrase.words(), Set.of()));
            case Ebnf.Described described -> throw new IllegalArgumentException("No samples of " + described.words());
            case Ebnf.Sequence sequence -> sequence.parts().forEach(each -> derive(each, leaves));
            case Ebnf.Alternatives alternatives -> derive(one(alternatives.parts()), leaves);
            case Ebnf.Optional optional -> {
                if (random.nextInt(3) == 0) {
                    derive(optional.part(), leaves);
                }
            }
            case Ebnf.Repeated repeated -> {
                while (random.nextInt(3) == 0) {
                    derive(repeated.part(), leaves);
                }
            }
            case Ebnf.Reference reference -> derive(reference.rule(), leaves);
        }
    }

    private void derive(String rule, List<Leaf> leaves) {
        if (samples.containsKey(rule)) {
            leaves.add(new Leaf(one(samples.getOrDefault(rule, List.of())), Set.of()));
        } else if (grammar.rule(rule) instanceof Ebnf.Alternatives(List<Ebnf.Part> parts)
                && one(parts) instanceof Ebnf.Phrase(String words)) {
            leaves.add(new Leaf(words, phrases(parts)));
        } else {
            derive(grammar.rule(rule), leaves);
        }
    }

    private static Set<String> phrases(List<Ebnf.Part> parts) {
        return parts.stream()
                .filter(Ebnf.Phrase.class::isInstance)
                .map(part -> ((Ebnf.Phrase) part).words())
                .collect(Collectors.toSet());
    }

    /** As in "company owned by", where "company owned" is a phrase. */
    private static boolean isShadowed(List<Leaf> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            String rest = words(leaves, i) + " ";
            String words = leaves.get(i).words();
            if (leaves.get(i).others().stream()
                    .anyMatch(other -> other.length() > words.length() && rest.startsWith(other + " "))) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<Leaf> leaves, int from) {
        return leaves.subList(from, leaves.size()).stream().map(Leaf::words).collect(Collectors.joining(" "));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
