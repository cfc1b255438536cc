package org.deviceoffboarding.suggestion;

import java.util.Map;
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
        Map<FactorRule, Integer> factors) {}
