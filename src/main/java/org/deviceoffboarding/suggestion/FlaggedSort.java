package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;

/**
 * Flagged devices of one sort among others, as they make one suggestion together.
 *
 * @param devices how many, at least one
 * @param joined how many of them are joined to Entra, as Entra says; the next two likewise
 */
public record FlaggedSort(
        Situation situation,
        Platform platform,
        Ownership ownership,
        KindGroup group,
        int devices,
        int joined,
        int registered,
        int hybrid) {}
