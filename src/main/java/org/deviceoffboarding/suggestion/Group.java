package org.deviceoffboarding.suggestion;

import java.util.Map;
import org.deviceoffboarding.evaluation.KindGroup;
import org.deviceoffboarding.evaluation.Situation;
import org.deviceoffboarding.inventory.Ownership;
import org.deviceoffboarding.inventory.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;

/**
 * Findings that make one suggestion together, counted.
 *
 * @param removals how many were removed in which way; ways that fit none are missing
 * @param factors how many each rule holds for; rules that fit none are missing
 */
record Group(
        Situation situation,
        Platform platform,
        Ownership ownership,
        KindGroup kinds,
        int devices,
        Map<RemovalEvent.Kind, Integer> removals,
        Map<FactorRule, Integer> factors) {}
