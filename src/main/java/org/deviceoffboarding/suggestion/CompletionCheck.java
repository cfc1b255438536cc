package org.deviceoffboarding.suggestion;

/**
 * What the next run found of a suggestion that people had completed.
 *
 * @param runId the run that looked
 * @param verified how many of its devices are gone from Entra or disabled there
 * @param stillThere how many are enabled in Entra as before
 */
public record CompletionCheck(long runId, int verified, int stillThere) {}
