package org.deviceoffboarding.demotenant.identity.refusal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whom the provider refuses on purpose: the application, or single accounts, at the token or the authorization endpoint. */
@Component
public class RefusedSignIns {

    /** In the place of an account: the application itself, for whomever it asks. */
    public static final String APP = "";

    private final Map<String, SignInFault> atTokenEndpoint = new ConcurrentHashMap<>();
    private final Map<String, SignInFault> atAuthorization = new ConcurrentHashMap<>();

    /** @param whileSigningIn whether the authorization endpoint refuses, and not the token endpoint */
    public void refuse(String objectId, SignInFault fault, boolean whileSigningIn) {
        (whileSigningIn ? atAuthorization : atTokenEndpoint).put(objectId, fault);
    }

    /** Accepts an account, or the application, again. */
    public void accept(String objectId) {
        atTokenEndpoint.remove(objectId);
        atAuthorization.remove(objectId);
    }

    /** Accepts everybody again. */
    public void acceptAll() {
        atTokenEndpoint.clear();
        atAuthorization.clear();
    }

    /** Returns what the token endpoint refuses an account with. */
    public Optional<SignInFault> ofTokens(String objectId) {
        return find(atTokenEndpoint, objectId);
    }

    /** Returns what the authorization endpoint refuses an account with. */
    public Optional<SignInFault> ofAuthorization(String objectId) {
        return find(atAuthorization, objectId);
    }

    private static Optional<SignInFault> find(Map<String, SignInFault> faults, String objectId) {
        return Optional.ofNullable(faults.get(APP)).or(() -> Optional.ofNullable(faults.get(objectId)));
    }
}
