package org.deviceoffboarding.remediation.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;

/** What owners decide in a history, and what of it is in force, as the test itself remembers it. */
class HistoryDecisions {

    static final Actor OWNER = new Actor("owner-id", "owner@contoso.example");

    private final RulesService rules;
    private final InstructionService instructions;
    private final ExceptionService exceptions;
    private final LooseningService loosenings;

    private final Map<UUID, Long> excepted = new HashMap<>();
    private JudgingRules inForce = JudgingRules.defaults();
    private Set<String> platforms = Set.of();
    private Set<UUID> ids = Set.of();
    private Set<UUID> only = Set.of();

    HistoryDecisions(
            RulesService rules,
            InstructionService instructions,
            ExceptionService exceptions,
            LooseningService loosenings) {
        this.rules = rules;
        this.instructions = instructions;
        this.exceptions = exceptions;
        this.loosenings = loosenings;
    }

    JudgingRules rules() {
        return inForce;
    }

    void change(JudgingRules changed) {
        if (!changed.equals(rules.current().rules())) {
            As.person(OWNER, () -> rules.save(rules.current(), changed, false))
                    .ifPresent(loosens -> SignedIn.asOwner("another", () -> loosenings.confirm(loosens.id())));
        }
        inForce = rules.current().rules();
    }

    /**
     * Saves instructions instead of those before.
     *
     * @param withoutPlatforms operating systems that Entra has for what is excluded, as Entra writes them, by the platform's name
     */
    void instruct(Map<String, Set<String>> withoutPlatforms, Set<UUID> without, Set<UUID> onlyThese) {
        List<String> sentences = new ArrayList<>();
        withoutPlatforms.keySet().forEach(platform -> sentences.add("Exclude devices with platform " + platform));
        if (!without.isEmpty()) {
            sentences.add("Exclude devices with IDs " + sorted(without));
        }
        if (!onlyThese.isEmpty()) {
            sentences.add("Include only devices with IDs " + sorted(onlyThese));
        }
        String text = String.join("\n", sentences);
        if (!text.equals(instructions.current().text())) {
            As.person(OWNER, () -> instructions.save(instructions.current(), text));
        }
        platforms = withoutPlatforms.values().stream()
                .flatMap(Set::stream)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        ids = Set.copyOf(without);
        only = Set.copyOf(onlyThese);
    }

    private static List<UUID> sorted(Set<UUID> some) {
        return some.stream().sorted().toList();
    }

    boolean isExcepted(UUID device) {
        return excepted.containsKey(device);
    }

    void except(UUID device) {
        LocalDate end = device.getLeastSignificantBits() % 2 == 0
                ? null
                : LocalDate.now().plusDays(40);
        excepted.put(
                device,
                As.person(
                                OWNER,
                                () -> exceptions.add(List.of(new NewException(
                                        ExceptionTarget.ofDevice(device, "any"), "case 47", end, false))))
                        .getFirst()
                        .id());
    }

    void lift(UUID device) {
        As.person(OWNER, () -> exceptions.lift(excepted.remove(device), "case closed"));
    }

    /** Returns whether an instruction leaves a device out. */
    boolean isInstructedOut(UUID id, DemoEntraDevice device) {
        return ids.contains(id)
                || platforms.contains(device.operatingSystem())
                || !only.isEmpty() && !only.contains(id);
    }

    void takeAllBack() {
        List.copyOf(excepted.keySet()).forEach(this::lift);
        instruct(Map.of(), Set.of(), Set.of());
        change(JudgingRules.defaults());
    }
}
