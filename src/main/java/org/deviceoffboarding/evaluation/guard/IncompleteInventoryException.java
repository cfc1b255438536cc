package org.deviceoffboarding.evaluation.guard;

import org.deviceoffboarding.evaluation.RunFailedException;

/** What a run read looks incomplete. An owner can confirm that it is not. */
public final class IncompleteInventoryException extends RunFailedException {

    IncompleteInventoryException(String reason) {
        super(reason, null);
    }
}
