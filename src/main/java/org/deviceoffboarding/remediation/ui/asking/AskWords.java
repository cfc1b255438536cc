package org.deviceoffboarding.remediation.ui.asking;

import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** What a dialog that asks for an action says of it in a few words. */
final class AskWords {

    private AskWords() {}

    static String title(Preview preview) {
        int allowed = preview.objectIds().size();
        int picked = allowed + preview.refused().size();
        return preview.action().label() + " "
                + (allowed == 0 || allowed == picked
                        ? Amounts.devices(picked)
                        : Amounts.number(allowed) + " of " + Amounts.devices(picked));
    }

    /**
     * Returns what exactly happens: where no approval is needed, it is not asked for but done.
     *
     * @param waits whether it waits for an owner then
     */
    static String verb(Preview preview, boolean waits) {
        String devices = Amounts.devices(preview.objectIds().size());
        return preview.needsApproval()
                ? "Ask to " + RequestSentences.verb(preview.action()) + " " + devices
                : preview.action().label() + " " + devices + (waits ? "" : " now");
    }
}
