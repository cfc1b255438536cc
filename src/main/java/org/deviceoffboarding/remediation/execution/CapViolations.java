package org.deviceoffboarding.remediation.execution;

import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Says in a sentence which of the database's own rules a request broke. */
public final class CapViolations {

    private CapViolations() {}

    /**
     * Returns what to throw instead: a refusal, or the violation itself where it is of no rule for requests.
     *
     * @param duplicate the sentence for a device that is in another open request
     */
    public static RuntimeException refusal(DataIntegrityViolationException violation, String duplicate) {
        if (violation instanceof DuplicateKeyException) {
            return new RequestRefusedException(duplicate);
        }
        return switch (constraint(violation)) {
            case "cap_per_request" ->
                new RequestRefusedException(
                        "It holds more devices than one request may. Pick fewer, or ask an owner to raise the cap under Settings.");
            case "cap_per_day" ->
                new RequestRefusedException(
                        "With it, more devices would be disabled or deleted within 24 hours than may be. Approve it later, or ask an"
                                + " owner to raise the cap under Settings.");
            case "approval_threshold" ->
                new RequestRefusedException(
                        "Meanwhile others were disabled or deleted without approval, or an owner changed the rules: with these, someone"
                                + " else has to approve it. Look at it again, then ask for approval.");
            case "request_is_fixed", "decision_is_fixed", "request_goes_one_way" ->
                new RequestRefusedException(
                        "What was asked for and decided stays as it was stored, and what ended is not begun"
                                + " again. The page shows how it stands.");
            case "nobody_decides_about_his_own_request" ->
                new RequestRefusedException("Nobody decides about their own request. Ask another approver.");
            default -> violation;
        };
    }

    /** Returns the name of the rule that was broken; empty where the database did not say. */
    static String constraint(DataIntegrityViolationException violation) {
        return violation.getMostSpecificCause() instanceof PSQLException refused
                        && refused.getServerErrorMessage() != null
                        && refused.getServerErrorMessage().getConstraint() != null
                ? refused.getServerErrorMessage().getConstraint()
                : "";
    }
}
