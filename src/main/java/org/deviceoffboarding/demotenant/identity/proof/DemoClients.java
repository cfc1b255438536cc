package org.deviceoffboarding.demotenant.identity.proof;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The one application of the demo tenant, whose secret may be older than it may be. */
public class DemoClients implements RegisteredClientRepository {

    private final RegisteredClient portal;
    private final AppCredentials credentials;
    private final Clock clock;

    public DemoClients(RegisteredClient portal, AppCredentials credentials, Clock clock) {
        this.portal = portal;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("The demo tenant has one application, which stays as it is");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(portal.getId()) ? now() : null;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(portal.getClientId()) ? now() : null;
    }

    private RegisteredClient now() {
        return credentials.secretExpired()
                ? RegisteredClient.from(portal)
                        .clientSecretExpiresAt(clock.instant().minus(Duration.ofDays(1)))
                        .build()
                : portal;
    }
}
