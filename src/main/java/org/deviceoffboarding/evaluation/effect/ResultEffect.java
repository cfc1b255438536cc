package org.deviceoffboarding.evaluation.effect;

import java.util.Map;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.judging.Situation;

/** What other decisions would change about the present result. */
public final class ResultEffect {

    private final Run run;
    private final long devices;
    private final Map<Situation, SuggestedCount> situations;
    private final Map<EffectKind, AffectedIds> affected;
    private final long toConfirm;
    private final long awaited;
    private final BothJudgings judgings;

    ResultEffect(
            Run run,
            long devices,
            Map<Situation, SuggestedCount> situations,
            Map<EffectKind, AffectedIds> affected,
            long toConfirm,
            long awaited,
            BothJudgings judgings) {
        this.run = run;
        this.devices = devices;
        this.situations = Map.copyOf(situations);
        this.affected = Map.copyOf(affected);
        this.toConfirm = toConfirm;
        this.awaited = awaited;
        this.judgings = judgings;
    }

    /**
     * How many devices are suggested in a situation.
     *
     * @param now by what is decided
     * @param then by what is tried
     */
    public record SuggestedCount(long now, long then) {}

    /** Returns the run whose inventory was judged. */
    public Run run() {
        return run;
    }

    /** Returns how many devices that is. */
    public long devices() {
        return devices;
    }

    /** Returns how many of them are suggested by what is decided. */
    public long now() {
        return situations.values().stream().mapToLong(SuggestedCount::now).sum();
    }

    /** Returns how many of them would be suggested. */
    public long then() {
        return situations.values().stream().mapToLong(SuggestedCount::then).sum();
    }

    /** Returns how many devices are and would be suggested in each situation; those with none are missing. */
    public Map<Situation, SuggestedCount> situations() {
        return situations;
    }

    /** Returns for how many devices something would be so. */
    public int count(EffectKind kind) {
        return affected(kind).count();
    }

    /** Returns whether every device stays as it is. */
    public boolean isNothing() {
        return affected.values().stream().allMatch(ids -> ids.count() == 0);
    }

    /**
     * Returns how many of the devices would come because Intune's list has no record of them. A run asks Intune for each of these
     * by key before it suggests it, which this did not.
     */
    public long toConfirm() {
        return toConfirm;
    }

    /** Returns how many of the devices that would go are in open requests, which would leave them alone from then on. */
    public long awaited() {
        return awaited;
    }

    /** Returns the object IDs of devices for which something would be so, sorted. */
    AffectedIds affected(EffectKind kind) {
        return affected.getOrDefault(kind, AffectedIds.NONE);
    }

    BothJudgings judgings() {
        return judgings;
    }
}
