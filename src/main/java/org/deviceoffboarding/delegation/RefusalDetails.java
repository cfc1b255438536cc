package org.deviceoffboarding.delegation;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** What the audit log says of a refusal of Microsoft's. */
public final class RefusalDetails {

    public static final String REFUSED = "refused: why, in a few words; none where it was not Microsoft that refused";

    public static final String CODE = "code: Microsoft's own code, such as AADSTS50173";

    public static final String SAID = "said: what Microsoft said, with its trace and correlation IDs";

    private RefusalDetails() {}

    /** Returns some details with those of a refusal; null adds none. */
    public static AuditDetails of(@Nullable SignInRefusal refusal, AuditDetails details) {
        return refusal == null
                ? details
                : details.with("refused", refusal.reason().label())
                        .with("code", refusal.code())
                        .with("said", refusal.said());
    }
}
