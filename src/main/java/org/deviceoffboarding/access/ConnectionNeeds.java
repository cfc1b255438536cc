package org.deviceoffboarding.access;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Component;

/** What an app registration needs for the portal to work with it. */
@Component
@May(Capability.READ)
public class ConnectionNeeds {

    private final List<DelegatedConsent> consents;

    ConnectionNeeds(List<DelegatedConsent> consents) {
        this.consents = List.copyOf(consents);
    }

    /** Returns the paths, below the portal's address, to which the tenant leads people back. */
    public List<String> redirectPaths() {
        return Stream.of(
                        Stream.of(TenantRegistrations.SIGN_IN_REDIRECT),
                        consents.stream().map(DelegatedConsent::redirectPath),
                        Stream.of(PlainPaths.SIGNED_OUT))
                .flatMap(paths -> paths)
                .toList();
    }

    /** Returns the delegated permissions of Microsoft Graph, each once, by name. */
    public List<String> permissions() {
        return Stream.concat(
                        TenantRegistrations.SIGN_IN_SCOPES.stream(),
                        consents.stream().flatMap(consent -> consent.scopes().stream()))
                .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
