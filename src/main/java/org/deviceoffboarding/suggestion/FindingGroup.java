package org.deviceoffboarding.suggestion;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;

/**
 * Findings that make one suggestion together, counted.
 *
 * @param removals how many were removed in which way; ways that fit none are missing
 * @param factors how many each rule holds for; rules that fit none are missing
 */
record FindingGroup(
        Situation situation,
        Platform platform,
        Ownership ownership,
        KindGroup kinds,
        int devices,
        Map<RemovalEvent.Kind, Integer> removals,
        Map<FactorRule, Integer> factors) {

    /** Returns what speaks for a suggestion of these devices, what holds for most first. */
    Stream<Factor> inWords(long silentDays) {
        return factors.entrySet().stream()
                .sorted(Map.Entry.<FactorRule, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey().of(entry.getValue(), silentDays));
    }
}
