package org.deviceoffboarding;

import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** Gives an application context of the tests a demo tenant of its own, with a line to its Graph that tests can cut. */
public class TestDemoTenant implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DemoTenant tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());
        CuttableLine line = new CuttableLine(tenant.port());
        context.getBeanFactory().registerSingleton("demoTenant", tenant);
        context.getBeanFactory().registerSingleton("graphLine", line);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            line.close();
            tenant.close();
        });
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo tenant",
                        Map.of(
                                "portal.tenant.issuer-uri", tenant.issuerUri(),
                                "portal.tenant.client-id", tenant.clientId(),
                                "portal.tenant.client-secret", tenant.clientSecret(),
                                "portal.tenant.graph-base-url", "http://localhost:" + line.port() + "/v1.0",
                                "portal.tenant.demo", true)));
    }
}
