package org.deviceoffboarding.evaluation.listing;

/** A long list of findings of one sort, which is kept in the order of each column. */
public record FindingList(long runId, int list, long devices) {

    /** Returns the table that has them, and those of the run's other lists. */
    public String table() {
        return ListTables.of(ListedFindings.TABLE, runId);
    }
}
