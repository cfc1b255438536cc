package org.deviceoffboarding.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.signin.KnownRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A person's own identity in Entra, lent to the portal for the actions that this person answers for; without its secrets.
 *
 * @param personId the person's object ID in Entra
 * @param personName the user principal name
 * @param scopes what was consented to
 * @param obtainedAt when the person signed in for actions
 * @param usedAt when an access token was last got with it; null if never
 * @param expired whether the tenant refused it for good, so that only a new sign-in helps
 * @param readable whether the portal's key reads what is kept of it
 * @param refusal what the tenant said when it was last used, where it refused; null since it accepted it again
 */
public record ActionIdentity(
        String personId,
        String personName,
        List<String> scopes,
        Instant obtainedAt,
        @Nullable Instant usedAt,
        boolean expired,
        boolean readable,
        @Nullable KnownRefusal refusal) {

    /** For how long something new may be begun with it: a working day. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    /** Returns until when something new may be begun with it. What is being carried out then goes on. */
    public Instant endsAt() {
        return obtainedAt.plus(LIFETIME);
    }

    /** Returns whether something new may be begun with it, as far as is known. */
    public boolean usable(Instant now) {
        return !expired && readable && now.isBefore(endsAt());
    }
}
