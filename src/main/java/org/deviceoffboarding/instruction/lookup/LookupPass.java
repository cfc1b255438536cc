package org.deviceoffboarding.instruction.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.deviceoffboarding.evaluation.Lookup;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.lookup.Named.State;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what some instructions name, each thing once. Once there is no answer nobody is asked any more: where the tenant is
 * away the next question would only wait as long.
 */
final class LookupPass {

    /** A whole user principal name: a pattern or a display name stands for anyone. */
    private static final Pattern USER_PRINCIPAL_NAME = Pattern.compile("[^\\s*?@]+@[^\\s*?@]+");

    private static final int NAMED_AT_MOST = 5;

    private final TenantLookups tenant;
    private final Map<String, Lookup> known = new HashMap<>();
    private @Nullable Lookup away;

    LookupPass(TenantLookups tenant) {
        this.tenant = tenant;
    }

    /** Returns what became of everything that an instruction names, in its order; nothing where it names nothing. */
    List<Named> of(Instruction instruction) {
        List<Named> all = new ArrayList<>();
        for (Criterion criterion : instruction.criteria()) {
            switch (criterion) {
                case Criterion.Groups groups -> groups.groups().forEach(group -> all.add(group(group)));
                case Criterion.Texts texts
                when texts.type() == ConditionType.USER ->
                    texts.patterns().stream()
                            .filter(text -> USER_PRINCIPAL_NAME.matcher(text).matches())
                            .forEach(user -> all.add(user(user)));
                case Criterion.Ids ids -> all.add(ids(ids.ids()));
                default -> {} // names nothing that could be missing
            }
        }
        return all;
    }

    private Named group(String name) {
        Lookup lookup = ask("group " + name, name, tenant::group);
        return switch (lookup.state()) {
            case FOUND -> new Named(State.FOUND, lookup.sentences());
            case MISSING ->
                new Named(
                        State.UNREADABLE,
                        lookup.sentences() + " A run would fail: correct the name, or remove the sentence.");
            case UNANSWERED -> unanswered("The group '" + name + "'", lookup);
        };
    }

    private Named user(String name) {
        Lookup lookup = ask("user " + name.toLowerCase(Locale.ROOT), name, tenant::user);
        return switch (lookup.state()) {
            case FOUND -> new Named(State.FOUND, lookup.sentences());
            case MISSING ->
                new Named(
                        State.KNOWN_NOWHERE,
                        lookup.sentences()
                                + " The sentence still fits devices whose record in Intune names this user; check that the name is right.");
            case UNANSWERED -> unanswered("The user " + name, lookup);
        };
    }

    private Named ids(List<UUID> ids) {
        Set<UUID> unknown = tenant.unknown(ids).orElse(null);
        int count = Set.copyOf(ids).size();
        if (unknown == null) {
            return new Named(
                    State.UNANSWERED,
                    "Whether the devices are known could not be looked up now: the tenant has not been read yet.");
        }
        if (unknown.isEmpty()) {
            return new Named(State.FOUND, count == 1 ? "The ID is a known device's." : "All IDs are known devices'.");
        }
        List<String> all = ids.stream()
                .distinct()
                .filter(unknown::contains)
                .map(UUID::toString)
                .toList();
        List<String> named = all.stream().limit(NAMED_AT_MOST).toList();
        return new Named(
                State.KNOWN_NOWHERE,
                (count == 1
                                ? "The ID is known nowhere: "
                                : String.format(
                                        Locale.ENGLISH,
                                        "%,d of %,d IDs %s known nowhere: ",
                                        unknown.size(),
                                        count,
                                        unknown.size() == 1 ? "is" : "are"))
                        + String.join(", ", named)
                        + (unknown.size() > named.size() ? " and " + (unknown.size() - named.size()) + " more" : "")
                        + ". Check for a typing error; a device that is new is known after the next run.",
                all.size() > named.size() ? all : List.of());
    }

    private Lookup ask(String key, String name, Function<String, Lookup> question) {
        Lookup before = known.get(key);
        if (before != null) {
            return before;
        }
        if (away != null) {
            return away;
        }
        Lookup lookup = question.apply(name);
        known.put(key, lookup);
        away = lookup.state() == Lookup.State.UNANSWERED ? lookup : null;
        return lookup;
    }

    private static Named unanswered(String what, Lookup lookup) {
        return new Named(State.UNANSWERED, what + " could not be looked up now. " + lookup.sentences());
    }
}
