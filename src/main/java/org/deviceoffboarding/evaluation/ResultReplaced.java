package org.deviceoffboarding.evaluation;

/**
 * The result of a run counts, and what was kept for earlier runs only is of no more use. Published after the commit, in no
 * transaction. If the portal is killed before, it is not published: the next run's is about that, too.
 */
public record ResultReplaced(long runId) {}
