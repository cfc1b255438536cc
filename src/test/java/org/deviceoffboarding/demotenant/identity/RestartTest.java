package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.claims;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aRefreshTokenOutlivesARestartAndIsNowhereInTheFile() throws IOException {
        String refreshToken;
        try (var tenant = start()) {
            refreshToken =
                    flow(tenant).agentTokens("owner").get("refresh_token").asString();
        }

        assertThat(Files.readString(file())).doesNotContain(refreshToken);
        try (var tenant = start()) {
            JsonNode refreshed = json(flow(tenant).refresh(refreshToken));
            assertThat(claims(refreshed, "access_token").get("upn").asString()).isEqualTo("owner@contoso.example");
            assertThat(claims(refreshed, "access_token").get("scp").asString()).contains("Device.Read.All");
            assertThat(flow(tenant)
                            .refresh(refreshed.get("refresh_token").asString())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatWasExpiredStaysExpired() {
        String refreshToken;
        try (var tenant = start()) {
            refreshToken =
                    flow(tenant).agentTokens("owner").get("refresh_token").asString();
            tenant.context().getBean(IdentitySwitches.class).expireRefreshTokens();
        }

        try (var tenant = start()) {
            var answer = flow(tenant).refresh(refreshToken);
            assertThat(json(answer).get("error").asString()).isEqualTo("invalid_grant");
        }
    }

    private DemoTenant start() {
        return DemoTenant.start(DemoTenantProperties.onAnyPort(), file());
    }

    private Path file() {
        return folder.resolve("sub/identity.json");
    }

    private static CodeFlow flow(DemoTenant tenant) {
        return new CodeFlow(tenant, new Browser());
    }
}
