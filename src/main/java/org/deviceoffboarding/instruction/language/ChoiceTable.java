package org.deviceoffboarding.instruction.language;

import java.util.Arrays;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;

/** The first instruction for each value of a sort that has only a few. */
final class ChoiceTable implements Matcher {

    private final ConditionType type;
    private final int[] positions = new int[Choice.values().length];

    ChoiceTable(ConditionType type) {
        this.type = type;
        Arrays.fill(positions, Integer.MAX_VALUE);
    }

    void add(Choice choice, int position) {
        positions[choice.ordinal()] = Math.min(positions[choice.ordinal()], position);
    }

    @Override
    public int first(Subject device) {
        Choice choice = device.choice(type);
        return choice == null ? Integer.MAX_VALUE : positions[choice.ordinal()];
    }
}
