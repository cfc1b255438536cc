package org.deviceoffboarding.remediation.execution;

import java.util.Set;
import org.deviceoffboarding.delegation.IdentityRetention;
import org.springframework.stereotype.Component;

/** The identities of those who approved requests that are not done yet. */
@Component
class RequestIdentityRetention implements IdentityRetention {

    private final RequestStore requests;

    RequestIdentityRetention(RequestStore requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> persons() {
        return requests.carriedOutAs();
    }
}
