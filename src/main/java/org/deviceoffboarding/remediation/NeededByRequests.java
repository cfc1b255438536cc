package org.deviceoffboarding.remediation;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The identities of those who approved requests that are not done yet. */
@Component
class NeededByRequests implements NeededIdentities {

    private final ChangeRequestRepository requests;

    NeededByRequests(ChangeRequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> persons() {
        return requests.carriedOutAs();
    }
}
