package org.deviceoffboarding.instruction.effect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.instruction.effect.InstructionPreview.Effect;
import org.deviceoffboarding.instruction.language.Criteria;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionType;
import org.deviceoffboarding.instruction.language.Subject;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** Counts what instructions do with devices, all together and, where that is wanted, each for itself. */
final class PreviewCount {

    private final List<Instruction> instructions;
    private final Criteria all;
    private final List<Criteria> each;
    private final int[] fits;
    private final int[] unknown;
    private int flagged;
    private int leftOut;

    PreviewCount(List<Instruction> instructions, boolean apart, Instant now) {
        this.instructions = apart ? instructions : List.of();
        all = Criteria.of(instructions, now, ZoneOffset.UTC);
        each = this.instructions.stream()
                .map(instruction -> new Instruction(InstructionType.EXCLUDE, instruction.criteria()))
                .map(instruction -> Criteria.of(List.of(instruction), now, ZoneOffset.UTC))
                .toList();
        fits = new int[each.size()];
        unknown = new int[each.size()];
    }

    void add(Subject device) {
        flagged++;
        leftOut += all.leavingOut(device) == null ? 0 : 1;
        for (int i = 0; i < fits.length; i++) {
            fits[i] += each.get(i).leavingOut(device) == null ? 0 : 1;
            unknown[i] += isUnknown(instructions.get(i), device) ? 1 : 0;
        }
    }

    int flagged() {
        return flagged;
    }

    InstructionPreview preview(long runId) {
        List<Effect> effects = IntStream.range(0, fits.length)
                .mapToObj(i -> new Effect(fits[i], unknown[i]))
                .toList();
        return new InstructionPreview(runId, flagged, leftOut, effects);
    }

    private static boolean isUnknown(Instruction instruction, Subject device) {
        return instruction.criteria().stream().anyMatch(criterion -> isUnknown(criterion, device));
    }

    private static boolean isUnknown(Criterion criterion, Subject device) {
        return criterion instanceof Criterion.Activity activity
                ? device.lastActivity(activity.source()) == null
                : criterion.type() == ConditionType.USER
                        && device.texts(ConditionType.USER).isEmpty();
    }
}
