package org.deviceoffboarding.remediation.ui.asking;

import java.util.Optional;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Says that an action was asked for, with the way to the request. */
final class AskedNotice {

    private AskedNotice() {}

    /** @param until when it begins; nothing where that is at once */
    static void show(ChangeRequest request, Optional<String> until) {
        Notices.info(sentence(request, until), RequestLink.of(request.id(), "Open request " + request.id()));
    }

    private static String sentence(ChangeRequest request, Optional<String> until) {
        return request.needsApproval()
                ? "Asked to " + RequestSentences.inSentence(request) + ". It waits for approval."
                : request.title() + ": it "
                        + until.map(held -> "begins " + held).orElse("is being carried out") + ".";
    }
}
