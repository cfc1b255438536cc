package org.deviceoffboarding.suggestion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.inventory.criterion.MarkCount;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.springframework.stereotype.Component;

/** Says of any devices what suggestions say of theirs, in the same words. For whoever asked for a role. */
@Component
public class AskedSuggestions {

    private final FindingGroupRepository groups;
    private final RunResults runResults;

    AskedSuggestions(FindingGroupRepository groups, RunResults runResults) {
        this.groups = groups;
        this.runResults = runResults;
    }

    /**
     * Counts devices, and returns which of them a run flags, as they are now, and what speaks for removing them.
     *
     * @param devices some, each once: not all but some
     */
    public CountedAmong among(long runId, DeviceSubset devices) {
        AskedGroups found = groups.among(runId, devices);
        return new CountedAmong(found.devices(), flagged(runId, found.flagged()));
    }

    /**
     * Returns the same of devices that are counted already.
     *
     * @param devices by what the newest result says of them
     */
    public CountedAmong among(long runId, List<MarkCount> devices) {
        AskedGroups found = groups.among(devices);
        return new CountedAmong(found.devices(), flagged(runId, found.flagged()));
    }

    private FlaggedAmong flagged(long runId, List<AskedGroup> found) {
        Map<FactorRule, Integer> risks = new EnumMap<>(FactorRule.class);
        Map<FactorRule, Integer> others = new EnumMap<>(FactorRule.class);
        found.forEach(each -> each.group()
                .factors()
                .forEach((rule, count) -> (rule.isRisk() ? risks : others).merge(rule, count, Integer::sum)));
        List<FlaggedSort> sorts = found.stream().map(AskedGroup::sort).toList();
        return risks.isEmpty()
                ? new FlaggedAmong(sorts, inWords(runId, others), List.of())
                : new FlaggedAmong(sorts, inWords(runId, risks), inWords(runId, others));
    }

    private List<Factor> inWords(long runId, Map<FactorRule, Integer> factors) {
        return group(Situation.REMOVED_FROM_INTUNE, KindGroup.ORDINARY, 0, factors)
                .inWords(silentDays(runId))
                .toList();
    }

    /** Returns what the summary of a suggestion says, whatever platforms and owners its devices have. */
    public String summary(long runId, Situation situation, KindGroup kinds, int devices) {
        return Wording.summary(group(situation, kinds, devices, Map.of()), silentDays(runId));
    }

    private long silentDays(long runId) {
        return runResults.rules(runId).rules().silentAfter().toDays();
    }

    private static FindingGroup group(
            Situation situation, KindGroup kinds, int devices, Map<FactorRule, Integer> factors) {
        return new FindingGroup(situation, Platform.OTHER, Ownership.UNKNOWN, kinds, devices, Map.of(), factors);
    }
}
