package org.deviceoffboarding.demotenant.graph;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.demotenant.AppRegistration;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.SignInAccounts;
import org.deviceoffboarding.demotenant.graph.faults.FaultConfiguration;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.population.ChangesFile;
import org.deviceoffboarding.demotenant.population.Population;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The demo tenant's Graph. It needs a {@code JwtDecoder} for the access tokens, a {@code Clock} and the
 * {@link DemoTenantProperties} from the application that it is part of.
 */
@Configuration(proxyBeanMethods = false)
@Import({GraphSecurity.class, FaultConfiguration.class})
@EnableConfigurationProperties(DemoGraphProperties.class)
class DemoGraphConfiguration {

    @Bean
    Population population(DemoTenantProperties tenant, Clock clock, Environment environment) {
        String stateFile = environment.getProperty("demotenant.state-file", "");
        ChangesFile changes = stateFile.isBlank()
                ? ChangesFile.none(clock.instant())
                : ChangesFile.open(Path.of(stateFile + ".changes"), tenant.devices(), tenant.seed(), clock.instant());
        return new Population(tenant.devices(), tenant.seed(), changes);
    }

    @Bean
    Dispatcher graphDispatcher(
            Population population,
            ObjectProvider<AppRegistration> registration,
            ObjectProvider<SignInAccounts> accounts,
            DemoGraphProperties properties,
            FaultSwitches faults,
            Clock clock) {
        var directory = new Directory(population, clock, properties.consistencyDelay());
        var people = new TenantPeople(
                population,
                accounts.stream().flatMap(some -> some.all().stream()).toList());
        List<Resource> resources = new ArrayList<>(List.of(
                new DeviceResource(directory),
                new DeviceWrites(directory),
                new DeviceDelta(directory, clock.instant()),
                new DeletedItems(directory),
                new ManagedDeviceResource(population),
                new AuditEventResource(population),
                new AutopilotResource(population),
                new EscrowResource(directory),
                new UserResource(people),
                new OwnedDevicesResource(directory, people),
                new GroupResource(directory),
                new UnitResource(directory),
                new OrganizationResource()));
        registration.ifAvailable(known -> resources.add(new AssignmentResource(known, population)));
        var limits = new Limits(properties.limits(), properties.strictWriteWindow(), population.people(), clock);
        return new Dispatcher(resources, Permissions.load(), limits, faults, clock);
    }

    @Bean
    ServletRegistrationBean<GraphServlet> graphServlet(
            Dispatcher dispatcher, UnauthenticatedErrors errors, Clock clock) {
        var registration =
                new ServletRegistrationBean<>(new GraphServlet(dispatcher, errors, clock), "/v1.0/*", "/beta/*");
        registration.setName("graph");
        return registration;
    }
}
