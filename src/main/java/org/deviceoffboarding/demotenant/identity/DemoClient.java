package org.deviceoffboarding.demotenant.identity;

/**
 * The portal's app registration in the demo tenant.
 *
 * @param clientId the same at every start
 * @param clientSecret new at every start; never logged
 * @param servicePrincipalId who an app-only token stands for
 */
public record DemoClient(String clientId, String clientSecret, String servicePrincipalId) {

    static final String DISPLAY_NAME = "Device Offboarding Portal";

    @Override
    public String toString() {
        return "DemoClient[clientId=" + clientId + "]";
    }
}
