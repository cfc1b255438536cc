package org.deviceoffboarding.evaluation;

/** What a run read looks incomplete. An owner can confirm that it is not. */
final class IncompleteInventoryException extends RunFailedException {

    IncompleteInventoryException(String reason) {
        super(reason, null);
    }
}
