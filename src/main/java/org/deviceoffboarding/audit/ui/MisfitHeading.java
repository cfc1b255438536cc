package org.deviceoffboarding.audit.ui;

import org.deviceoffboarding.audit.verification.LogVerification;

/** What a verification found, in a few words: what is not of entries is not said to be of them. */
final class MisfitHeading {

    private MisfitHeading() {}

    /**
     * Returns such as "The log is not as it was sealed".
     *
     * @param log what it is called there
     */
    static String of(String log, LogVerification misfit) {
        if (misfit.isOfTablesAlone()) {
            return "The " + log + "'s tables are not as the portal made them";
        }
        return misfit.isOfWhatWasSealed()
                ? "The " + log + " is not as it was sealed"
                : "Not everything about the " + log + " fits";
    }
}
