package org.deviceoffboarding.remediation.execution;

import java.util.Set;
import org.deviceoffboarding.delegation.NeededIdentities;
import org.springframework.stereotype.Component;

/** The identities of those who approved requests that are not done yet. */
@Component
class NeededByRequests implements NeededIdentities {

    private final RequestStore requests;

    NeededByRequests(RequestStore requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> persons() {
        return requests.carriedOutAs();
    }
}
