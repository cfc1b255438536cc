package org.deviceoffboarding.instruction.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Instructions made ready to be asked about many devices at one time. Those that exclude win over those that include
 * only. Several "include only" of one sort add up, of different sorts all must hold; "after" and "before" are two sorts.
 */
public final class Criteria {

    private static final int NONE = Integer.MAX_VALUE;

    private final List<Instruction> instructions;
    private final Matcher exclude;
    private final List<Kept> kept = new ArrayList<>();

    /** Devices that one sort of "include only" keeps, and the first instruction of that sort. */
    private record Kept(Matcher matcher, int first) {}

    private Criteria(List<Instruction> instructions, Instant now, ZoneId zone) {
        this.instructions = List.copyOf(instructions);
        Matchers excluding = new Matchers(now, zone);
        Map<Object, Matchers> including = new LinkedHashMap<>();
        Map<Object, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            if (instruction.type() == InstructionType.EXCLUDE) {
                excluding.add(instruction.criteria(), i);
            } else {
                for (Criterion criterion : instruction.criteria()) {
                    including
                            .computeIfAbsent(sort(criterion), _ -> new Matchers(now, zone))
                            .add(List.of(criterion), i);
                    first.putIfAbsent(sort(criterion), i);
                }
            }
        }
        exclude = excluding.matcher();
        including.forEach((sort, matchers) -> kept.add(new Kept(matchers.matcher(), first.getOrDefault(sort, 0))));
    }

    /**
     * Makes instructions ready.
     *
     * @param now what relative dates are counted from: one time for the whole run
     * @param zone in which days begin
     */
    public static Criteria of(List<Instruction> instructions, Instant now, ZoneId zone) {
        return new Criteria(instructions, now, zone);
    }

    /** Returns the first instruction that leaves a device out, or null if none does. */
    public @Nullable Instruction leavingOut(Subject device) {
        int position = position(device);
        return position == NONE ? null : instructions.get(position);
    }

    private int position(Subject device) {
        int excluded = exclude.first(device);
        if (excluded != NONE) {
            return excluded;
        }
        for (Kept each : kept) {
            if (each.matcher().first(device) == NONE) {
                return each.first();
            }
        }
        return NONE;
    }

    private static Object sort(Criterion criterion) {
        return criterion instanceof Criterion.Activity activity
                ? List.of(activity.source(), activity.comparison().later())
                : criterion.type();
    }
}
