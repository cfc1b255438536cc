package org.deviceoffboarding.remediation.ui;

import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.signin.RefusedIdentity;

/** Whether a request goes on as soon as whoever it is carried out as has signed in for actions again. */
final class AwaitedSignIn {

    private AwaitedSignIn() {}

    /** Returns whether it needs attention, and says so of that sign-in; what Entra refuses for other reasons says more. */
    static boolean isAllThatLacks(ChangeRequest request) {
        String problem = request.problem();
        return request.status() == RequestStatus.BLOCKED
                && problem != null
                && problem.contains(
                        RefusedIdentity.approver(request.carriedOutAs().name()).newSignIn());
    }
}
