package org.deviceoffboarding.base.ui.shell;

import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.TenantProperties;
import org.springframework.stereotype.Component;

/** What the tenant is called on the pages: as the operator set it, else by the domain of the person who is signed in. */
@Component
class TenantName {

    private final TenantProperties tenant;
    private final CurrentActor currentActor;

    TenantName(TenantProperties tenant, CurrentActor currentActor) {
        this.tenant = tenant;
        this.currentActor = currentActor;
    }

    /** Returns the name; empty where nothing says it. */
    String get() {
        return tenant.name().isBlank()
                ? currentActor.find().map(Actor::name).map(TenantName::domain).orElse("")
                : tenant.name().strip();
    }

    private static String domain(String userPrincipalName) {
        int at = userPrincipalName.lastIndexOf('@');
        return at < 0 ? "" : userPrincipalName.substring(at + 1);
    }
}
