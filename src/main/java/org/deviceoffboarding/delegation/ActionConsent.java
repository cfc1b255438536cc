package org.deviceoffboarding.delegation;

import java.util.Collection;
import java.util.Set;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.base.Capability;
import org.springframework.stereotype.Component;

/**
 * The consent that <em>Sign in for actions</em> asks for. An administrator grants it for the whole tenant. Source: Microsoft
 * Graph's permissions reference for {@code PATCH} and {@code DELETE /devices/{id}}.
 */
@Component
class ActionConsent implements DelegatedConsent {

    static final String REGISTRATION = "actions";

    static final String REDIRECT_PATH = "/actions-consent";

    /** Lets the portal do in Entra what the person's own roles allow there, and no more. */
    static final String ACCESS_AS_USER = "Directory.AccessAsUser.All";

    /** Shows whose token it is. */
    static final String WHO = "User.Read";

    @Override
    public String registrationId() {
        return REGISTRATION;
    }

    @Override
    public Set<String> scopes() {
        return Set.of("openid", "profile", "offline_access", WHO, ACCESS_AS_USER);
    }

    @Override
    public Capability needed() {
        return Capability.SIGN_IN_FOR_ACTIONS;
    }

    @Override
    public String begunOn() {
        return ActionSignInVisit.APPROVALS;
    }

    @Override
    public String redirectPath() {
        return REDIRECT_PATH;
    }

    @Override
    public boolean alwaysAsked() {
        return false;
    }

    /** Returns whether actions can be carried out with what was given, in the spelling with or without Graph's address. */
    static boolean isEnough(Collection<String> given) {
        return given.stream().anyMatch(scope -> scope.equals(ACCESS_AS_USER) || scope.endsWith("/" + ACCESS_AS_USER));
    }
}
