package org.deviceoffboarding.task.ui.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;

/**
 * The names that stand behind an {@code @} in a text and were picked from no list. Whoever alone bears such a name is meant; of any
 * other it is said, once, that nobody will be told, so that nobody waits for an answer of one who never heard of it. So it is of people
 * to whom nothing is sent, unless it stood beside them as they were picked.
 */
public class TypedMentions {

    /** An {@code @} that begins a word, and what follows it, in which the name ends somewhere. */
    private static final Pattern AT = Pattern.compile("(?<![^\\s(])@(\\p{L}[^\\n@]{0,120})");

    private static final Pattern ENDING = Pattern.compile("[^\\p{L}\\p{N}]+$");

    private final AssigneeService assignees;
    private Set<String> said = Set.of();

    /** @param assignees finds who bears a name */
    public TypedMentions(AssigneeService assignees) {
        this.assignees = assignees;
    }

    /**
     * Returns who is spoken of in a text, those who were picked among them. May search in Entra, which takes its time.
     *
     * @param shown those who were picked, as they are shown
     * @throws TaskRefusedException if a name is nobody's, that of several, or of somebody to whom nothing is sent, and it was not said
     *     before
     */
    public List<Assignee> with(List<Assignee> picked, Collection<AssigneeChoice> shown, String text) {
        List<Assignee> all = new ArrayList<>(picked);
        Set<String> names = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        AT.matcher(text).results().map(found -> found.group(1)).forEach(rest -> {
            if (all.stream().noneMatch(each -> begins(rest, each.name()))) {
                List<AssigneeChoice> bearing = bearing(rest);
                if (bearing.size() == 1) {
                    all.add(assignees.chosen(bearing.getFirst()));
                } else if (names.add(name(rest, bearing))) {
                    problems.add(problem(rest, bearing));
                }
            }
        });
        Map<Assignee, String> untold = untold(all, shown);
        Set<String> toSay = new HashSet<>(names);
        untold.keySet().forEach(person -> toSay.add(person.id()));
        if (!said.containsAll(toSay)) {
            said = toSay;
            throw new TaskRefusedException(sentences(problems, untold), TaskRefusedException.ASSIGNEE);
        }
        return all;
    }

    /** The role may have been lost since somebody was picked. */
    private Map<Assignee, String> untold(List<Assignee> all, Collection<AssigneeChoice> shown) {
        Map<String, String> untold = assignees.untold(all);
        Map<Assignee, String> unsaid = new LinkedHashMap<>();
        all.stream()
                .filter(person -> untold.containsKey(person.id()))
                .filter(person -> shown.stream()
                        .noneMatch(each -> each.id().equals(person.id())
                                && each.hint().endsWith(untold.getOrDefault(person.id(), ""))))
                .forEach(person -> unsaid.put(person, untold.getOrDefault(person.id(), "")));
        return unsaid;
    }

    private static String sentences(List<String> problems, Map<Assignee, String> untold) {
        List<String> all = new ArrayList<>(problems);
        if (!problems.isEmpty()) {
            all.add("Choose one of the list, or press again to tell nobody by that name.");
        }
        untold.forEach((person, why) -> all.add("“@" + person.name() + "” " + why + "."));
        if (!untold.isEmpty()) {
            all.add("Press again to mention them all the same.");
        }
        return String.join(" ", all);
    }

    /** Begins anew with another text. */
    public void clear() {
        said = Set.of();
    }

    /** Returns whether a text begins with a name, and the name ends there. */
    static boolean begins(String text, String name) {
        return text.regionMatches(true, 0, name, 0, name.length())
                && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length())));
    }

    /** Returns the people of the longest name that the text begins with. */
    private List<AssigneeChoice> bearing(String rest) {
        List<AssigneeChoice> found = new ArrayList<>();
        for (String typed : List.of(words(rest, 2), words(rest, 1))) {
            people(typed).filter(person -> begins(rest, person.name())).forEach(found::add);
            if (!found.isEmpty()) {
                break;
            }
        }
        int longest = found.stream()
                .map(AssigneeChoice::name)
                .max(Comparator.comparingInt(String::length))
                .orElse("")
                .length();
        return found.stream()
                .filter(person -> person.name().length() == longest)
                .toList();
    }

    private Stream<AssigneeChoice> people(String typed) {
        return assignees.findPeople(typed).all().stream();
    }

    private String problem(String rest, List<AssigneeChoice> bearing) {
        String name = "“@" + name(rest, bearing) + "”";
        if (!bearing.isEmpty()) {
            return name + " was typed, and " + bearing.size() + " people have that name.";
        }
        AssigneeService.Choices found = assignees.findPeople(words(rest, 1));
        return (!found.all().isEmpty()
                        ? name + " was typed, and nobody picked."
                        : name + " was typed, and nobody was found by that name. " + found.problem())
                .strip();
    }

    private static String name(String rest, List<AssigneeChoice> bearing) {
        return bearing.isEmpty()
                ? TextLimits.shorten(words(rest, 1), TextLimits.SEARCH)
                : bearing.getFirst().name();
    }

    /** Returns so many words, without what follows the last one. */
    private static String words(String text, int count) {
        String[] words = text.split("\\s+", count + 1);
        String some = String.join(" ", List.of(words).subList(0, Math.min(count, words.length)));
        return ENDING.matcher(some.strip()).replaceFirst("");
    }
}
