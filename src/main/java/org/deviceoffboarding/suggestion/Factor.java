package org.deviceoffboarding.suggestion;

/**
 * A sentence that says what speaks for a suggestion.
 *
 * @param devices how many of its devices the sentence holds for, at least one
 */
public record Factor(String sentence, int devices) {}
