package org.deviceoffboarding.instruction.language;

import java.util.List;
import org.deviceoffboarding.language.Criterion;

/**
 * One instruction as it was understood.
 *
 * @param criteria conditions that must all hold; at least one
 */
public record Instruction(InstructionType type, List<Criterion> criteria) {

    public Instruction {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("An instruction without a condition would be about every device");
        }
        if (!criteria.stream().allMatch(criterion -> criterion.type().judged())) {
            throw new IllegalArgumentException("A run does not know all that the instruction goes by");
        }
    }

    /** Returns the one wording that stands for it, whole; it can be parsed again to the same. */
    public String canonical() {
        return Canonical.of(type, criteria, Integer.MAX_VALUE);
    }

    /** Returns the canonical wording with long lists cut short, for people. */
    public String title() {
        return Canonical.of(type, criteria, 3);
    }

    /** Returns whether it asks when a device was last active. */
    public boolean asksForActivity() {
        return criteria.stream().anyMatch(Criterion.Activity.class::isInstance);
    }

    /** Returns the Entra groups that it names. */
    public List<String> groups() {
        return criteria.stream()
                .filter(Criterion.Groups.class::isInstance)
                .flatMap(criterion -> ((Criterion.Groups) criterion).groups().stream())
                .toList();
    }
}
