package org.deviceoffboarding.remediation.ui.asking;

import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Says that an action was asked for, with the way to the request. */
final class AskedNotice {

    private AskedNotice() {}

    static void show(ChangeRequest request) {
        Notices.info(sentence(request), RequestLink.of(request.id(), "Open request " + request.id()));
    }

    private static String sentence(ChangeRequest request) {
        return request.needsApproval()
                ? "Asked to " + RequestSentences.inSentence(request) + ". It waits for approval."
                : request.title() + ": it is being carried out.";
    }
}
