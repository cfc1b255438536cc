package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lends the identity of a person who comes back from signing in for actions, and leads to where the person began. */
@Component
class ActionConsentHandler implements ConsentHandler {

    private final ActionConsent consent;
    private final ActionIdentityService identities;
    private final CurrentActor currentActor;

    ActionConsentHandler(ActionConsent consent, ActionIdentityService identities, CurrentActor currentActor) {
        this.consent = consent;
        this.identities = identities;
        this.currentActor = currentActor;
    }

    @Override
    public DelegatedConsent consent() {
        return consent;
    }

    @Override
    public String handle(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, HttpSession session) {
        ActionSignInVisit visit = new ActionSignInVisit(session, currentActor);
        Optional<String> begunOn = visit.end();
        try {
            lend(given, refusal, begunOn.isPresent());
        } catch (ConsentRefusedException e) {
            visit.keepProblem(e.reason());
        }
        return begunOn.orElse(ActionSignInVisit.APPROVALS);
    }

    /** @param begun whether the person asked for it here, rather than being led to the tenant by a link from elsewhere */
    private void lend(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, boolean begun) {
        if (!begun) {
            throw identities.declined(
                    "This sign-in for actions was not begun here, so it was not used. Press Sign in for actions.");
        }
        if (given == null && refusal != null && !isCancelled(refusal)) {
            throw identities.refused(refusal);
        }
        if (given == null) {
            throw identities.declined(
                    "The sign-in for actions was cancelled or refused. Nothing was changed. If the tenant asked for an"
                            + " administrator's approval, an administrator has to grant admin consent for "
                            + ActionConsent.ACCESS_AS_USER + " to the app registration first.");
        }
        identities.lend(given);
    }

    /** Where a person cancels, the tenant says no more than that. */
    private static boolean isCancelled(SignInRefusal refusal) {
        return refusal.code().equals("access_denied");
    }
}
