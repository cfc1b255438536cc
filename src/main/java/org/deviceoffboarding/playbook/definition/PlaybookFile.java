package org.deviceoffboarding.playbook.definition;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.Stage;
import org.jspecify.annotations.Nullable;

/** The file of playbooks as it is written: what several share is written once. */
record PlaybookFile(Map<String, Entry> steps, Map<String, String> facts, Map<Playbook.Key, Outline> playbooks) {

    /** @throws IllegalArgumentException if the file does not have all of it */
    Playbook playbook(Playbook.Key key) {
        Outline outline = entry(playbooks, key);
        return new Playbook(
                key,
                outline.title(),
                outline.applies(),
                outline.steps().stream()
                        .map(step -> entry(steps, step).toStep(step))
                        .toList(),
                outline.facts().stream().map(fact -> entry(facts, fact)).toList());
    }

    private static <K, V> V entry(Map<K, V> entries, K key) {
        V entry = entries.get(key);
        if (entry == null) {
            throw new IllegalArgumentException("The file of playbooks has no " + key);
        }
        return entry;
    }

    /** A playbook by the keys of its steps and facts. */
    record Outline(String title, String applies, List<String> steps, List<String> facts) {}

    /** A step without its key. What is null was left out. */
    record Entry(
            Stage stage,
            @Nullable PortalPart portal,
            @Nullable Boolean required,
            @Nullable Set<Situation> only,
            @Nullable Set<Situation> except,
            @Nullable Set<Platform> platforms,
            String title,
            String why,
            String how,
            @Nullable URI link,
            String role) {

        Step toStep(String key) {
            Set<Situation> situations = only == null ? EnumSet.allOf(Situation.class) : EnumSet.copyOf(only);
            if (except != null) {
                situations.removeAll(except);
            }
            return new Step(
                    key,
                    stage,
                    title,
                    why,
                    how,
                    link,
                    role,
                    Objects.requireNonNullElse(portal, PortalPart.NONE),
                    Boolean.TRUE.equals(required),
                    situations,
                    platforms == null ? Set.copyOf(Arrays.asList(Platform.values())) : platforms);
        }
    }
}
