package org.deviceoffboarding.bench.tasks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.directory.PersonAddresses;
import org.deviceoffboarding.directory.PersonAddressesAt;
import org.deviceoffboarding.evaluation.execution.ScriptedIdentity;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The services of tasks with what they need, each made when it is asked for. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.deviceoffboarding.base")
@DatabaseModules
@ComponentScan(
        basePackages = {
            "org.deviceoffboarding.base",
            "org.deviceoffboarding.audit",
            "org.deviceoffboarding.person",
            "org.deviceoffboarding.notification",
            "org.deviceoffboarding.task"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.task\\.watch\\..*"),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = ".*\\.person\\.assignment\\.Assignment(Watch|Configuration|Service).*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.notification\\.(mail|webhook)\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Tenant)(\\$.*)?")
        })
class MeasuredTasks {

    /** Knows nobody. */
    @Bean
    ScriptedGraph graphOfPeople() {
        return new ScriptedGraph();
    }

    @Bean
    AgentIdentity agentIdentity() {
        return new ScriptedIdentity();
    }

    @Bean
    PersonAddresses personAddresses(ScriptedGraph graphOfPeople) {
        return PersonAddressesAt.graph(graphOfPeople.graph());
    }

    static ConfigurableApplicationContext start(HikariDataSource database) {
        return new SpringApplicationBuilder(MeasuredTasks.class)
                .web(WebApplicationType.NONE)
                .properties(TestAuditFiles.settings())
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.banner-mode", "off",
                        "spring.flyway.enabled", "false",
                        "spring.datasource.url", database.getJdbcUrl(),
                        "spring.datasource.username", database.getUsername(),
                        "spring.datasource.password", database.getPassword(),
                        "logging.level.root", "error"))
                .run();
    }
}
