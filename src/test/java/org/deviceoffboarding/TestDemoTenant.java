package org.deviceoffboarding;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an application context of the tests a demo tenant of its own, with a line to its Graph that tests can cut. It limits
 * nothing, since tests let a request's time pass, which does not pass in the tenant.
 */
public class TestDemoTenant implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DemoTenant tenant = start(DemoTenantProperties.onAnyPort(), false);
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
        TestProof.prove(context, tenant);
    }

    /** Starts a tenant that writes down every secret in a file, see {@code SecretLedger}. */
    public static DemoTenant noting(Path ledger, Supplier<DemoTenant> start) {
        System.setProperty("demotenant.secret-ledger", ledger.toString());
        try {
            return start.get();
        } finally {
            System.clearProperty("demotenant.secret-ledger");
        }
    }

    /** @param limits whether the tenant limits requests as Graph does, and as strictly as that can be read */
    public static DemoTenant start(DemoTenantProperties properties, boolean limits) {
        System.setProperty("demotenant.limits", Boolean.toString(limits));
        System.setProperty("demotenant.strict-write-window", Boolean.toString(limits));
        try {
            return DemoTenant.start(properties);
        } finally {
            System.clearProperty("demotenant.limits");
            System.clearProperty("demotenant.strict-write-window");
        }
    }
}
