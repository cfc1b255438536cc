package org.deviceoffboarding.demotenant;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The settings of the demo tenant, and of nobody else: {@code SERVER_PORT} or {@code SPRING_DATASOURCE_URL} are meant
 * for the portal in the same JVM.
 */
class DemoTenantEnvironment extends StandardEnvironment {

    static DemoTenantEnvironment of(DemoTenantProperties properties) {
        var environment = new DemoTenantEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "caller",
                        Map.of(
                                "demotenant.port", properties.port(),
                                "demotenant.address", properties.address(),
                                "demotenant.devices", properties.devices(),
                                "demotenant.seed", properties.seed())));
        return environment;
    }

    /** Keeps its state in a file, unless the environment names another. */
    DemoTenantEnvironment with(Path stateFile) {
        getPropertySources()
                .addLast(new MapPropertySource("state", Map.of("demotenant.state-file", stateFile.toString())));
        return this;
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        sources.addLast(new MapPropertySource(
                SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                only(name -> name.startsWith("demotenant."), getSystemProperties())));
        sources.addLast(new SystemEnvironmentPropertySource(
                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                only(name -> name.startsWith("DEMOTENANT_"), getSystemEnvironment())));
    }

    private static Map<String, Object> only(Predicate<String> name, Map<String, Object> all) {
        return all.entrySet().stream()
                .filter(entry -> name.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
