package org.deviceoffboarding.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A grammar in the notation of ISO/IEC 14977, as far as the language of instructions needs it. */
public final class Ebnf {

    /** What stands on the right of a rule. */
    public sealed interface Part {}

    /** Words that stand there as they are. */
    public record Phrase(String words) implements Part {}

    public record Reference(String rule) implements Part {}

    /** What the grammar says in words only. */
    public record Described(String words) implements Part {}

    public record Sequence(List<Part> parts) implements Part {}

    public record Alternatives(List<Part> parts) implements Part {}

    public record Optional(Part part) implements Part {}

    public record Repeated(Part part) implements Part {}

    private static final Pattern TOKEN = Pattern.compile(
            "\\(\\*.*?\\*\\)|\"[^\"]*\"|'[^']*'|\\?[^?]*\\?|[a-z]+(?: +[a-z]+)*|[=|,;\\[\\]{}()]|\\S", Pattern.DOTALL);

    private final Map<String, Part> rules = new LinkedHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private int at;

    public Ebnf(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("(*")) {
                tokens.add(matcher.group());
            }
        }
        while (at < tokens.size()) {
            String name = take();
            expect("=");
            if (rules.put(name, alternatives()) != null) {
                throw new IllegalArgumentException("Two rules are named " + name);
            }
            expect(";");
        }
    }

    public Set<String> names() {
        return rules.keySet();
    }

    public Part rule(String name) {
        Part part = rules.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No rule is named " + name);
        }
        return part;
    }

    /** Returns everything that a rule without repetition can stand for. */
    public Set<String> phrases(String rule) {
        return phrases(rule(rule));
    }

    private Set<String> phrases(Part part) {
        return switch (part) {
            case Phrase phrase -> Set.of(phrase.words());
            case Reference reference -> phrases(reference.rule());
            case Alternatives alternatives -> {
                Set<String> all = new TreeSet<>();
                alternatives.parts().forEach(each -> all.addAll(phrases(each)));
                yield all;
            }
            case Optional optional -> {
                Set<String> all = new TreeSet<>(phrases(optional.part()));
                all.add("");
                yield all;
            }
            case Sequence sequence ->
                sequence.parts().stream().map(this::phrases).reduce(Set.of(""), Ebnf::joined);
            case Described _, Repeated _ ->
                throw new IllegalArgumentException("Not a matter of a few phrases: " + part);
        };
    }

    private static Set<String> joined(Set<String> first, Set<String> second) {
        Set<String> all = new TreeSet<>();
        first.forEach(one -> second.forEach(other -> all.add((one + " " + other).strip())));
        return all;
    }

    private Part alternatives() {
        List<Part> parts = new ArrayList<>(List.of(sequence()));
        while (accept("|")) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.getFirst() : new Alternatives(List.copyOf(parts));
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>(List.of(part()));
        while (accept(",")) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
    }

    private Part part() {
        String token = take();
        return switch (token.charAt(0)) {
            case '[' -> new Optional(enclosed("]"));
            case '{' -> new Repeated(enclosed("}"));
            case '(' -> enclosed(")");
            case '"', '\'' -> new Phrase(inner(token));
            case '?' -> new Described(inner(token));
            default -> new Reference(token);
        };
    }

    private Part enclosed(String end) {
        Part part = alternatives();
        expect(end);
        return part;
    }

    private static String inner(String token) {
        return token.substring(1, token.length() - 1).strip();
    }

    private String take() {
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        boolean fits = tokens.get(at).equals(token);
        at += fits ? 1 : 0;
        return fits;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("Expected " + token + " in place of " + tokens.get(at) + " after "
                    + tokens.subList(Math.max(0, at - 9), at));
        }
    }
}
