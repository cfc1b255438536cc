package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.Sources;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Phrases;

/** The phrases of prompts as rules of a grammar, made from the code. */
final class QuestionPhrases {

    private static final int WIDTH = 120;

    private QuestionPhrases() {}

    /** Returns the phrases by the name of their rule. */
    static Map<String, Collection<String>> rules() {
        Map<String, Collection<String>> rules = new TreeMap<>();
        for (Choice choice : Choice.values()) {
            add(rules, name(choice.type()) + " label", choice.label().toLowerCase(Locale.ROOT));
        }
        PromptWords.FIELDS.all().forEach(phrase -> add(rules, "field", phrase));
        for (String phrase : Vocabulary.PHRASES.all()) {
            Concept concept = Vocabulary.PHRASES.meaning(phrase);
            if (concept != null) {
                add(rules, name(concept), phrase);
            }
        }
        add(rules, "time comparison", Than.TIMES);
        add(rules, "behind a time", Than.BEHIND);
        add(rules, "version comparison", Than.VERSIONS);
        add(rules, "behind a version", Than.BEHIND_VERSIONS);
        add(rules, "source", Sources.PHRASES);
        return rules;
    }

    /** Returns them as lines of a grammar. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        rules().forEach((name, phrases) -> {
            StringBuilder line = new StringBuilder(String.format("%-21s = ", name));
            String parting = "";
            for (String phrase : phrases) {
                String terminal = phrase.indexOf('"') < 0 ? '"' + phrase + '"' : "'" + phrase + "'";
                if (line.length() + parting.length() + terminal.length() > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(22));
                    parting = parting.strip() + " ";
                }
                line.append(parting).append(terminal);
                parting = " | ";
            }
            lines.add(line + " ;");
        });
        return lines;
    }

    private static void add(Map<String, Collection<String>> rules, String name, Phrases<?> phrases) {
        phrases.all().forEach(phrase -> add(rules, name, phrase));
    }

    private static void add(Map<String, Collection<String>> rules, String name, String phrase) {
        rules.computeIfAbsent(name, _ -> new TreeSet<>()).add(phrase);
    }

    private static String name(ConditionType type) {
        return type.words().toLowerCase(Locale.ROOT);
    }

    private static String name(Concept concept) {
        return switch (concept) {
            case Concept.Filler _ -> "filler";
            case Concept.Noun _ -> "device noun";
            case Concept.Link _ -> "link";
            case Concept.Narrowing narrowing -> narrowing.replaces() ? "asks the same of" : "narrows";
            case Concept.Joint joint -> joint.name().toLowerCase(Locale.ROOT) + " joint";
            case Concept.Negation not -> not.wide() ? "leaves out" : "negates";
            case Concept.TakenOut out -> out.removed() ? "gets rid of" : "takes out";
            case Concept.Fixed fixed -> name(fixed.type()) + " said";
            case Concept.PlatformName _ -> "platform said";
            case Concept.ValueOf value -> name(value.type()) + " opener";
            case Concept.TextOf text -> name(text.type()) + " opener";
            case Concept.IdOf _ -> "id opener";
            case Concept.VersionOf _ -> "version opener";
            case Concept.ActivityOf activity ->
                (activity.negative() ? "absence" : "activity") + " of "
                        + activity.source().name().toLowerCase(Locale.ROOT);
            case Concept.TimeOf time -> name(time.type()) + " event";
            case Concept.RemovalOf _ -> "removal event";
            case Concept.KeyOf key -> name(key.type()) + " opener";
            case Concept.NeverOf _ -> "never";
            case Concept.Wanted wanted ->
                "wish for " + wanted.wish().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Concept.GroupedBy _ -> "grouping";
            case Concept.SortedBy _ -> "order";
            case Concept.Ranked _ -> "rank";
            case Concept.Limited _ -> "limit said";
            case Concept.ComparedWith _ -> "comparison";
            case Concept.Steps _ -> "steps";
            case Concept.Unclear _ -> "unclear";
        };
    }
}
