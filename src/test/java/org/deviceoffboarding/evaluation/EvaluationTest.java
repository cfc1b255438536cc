package org.deviceoffboarding.evaluation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.access.SecuredServices;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.directory.PersonAddresses;
import org.deviceoffboarding.directory.PersonAddressesAt;
import org.deviceoffboarding.evaluation.execution.RunChanges;
import org.deviceoffboarding.evaluation.execution.RunsByHand;
import org.deviceoffboarding.evaluation.execution.ScriptedIdentity;
import org.deviceoffboarding.evaluation.execution.ScriptedInventory;
import org.deviceoffboarding.exception.register.ScriptedDirectory;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.judging.ADevice;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * A test of evaluation, suggestions, audit log and job queue with a tenant by script, on a real PostgreSQL with real
 * transactions and security. Nothing starts the queue: a test carries its runs out itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(classes = EvaluationTest.Modules.class, initializers = TestDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
public @interface EvaluationTest {

    /** The modules without their pages, without the agent and without the inventory. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import(SecuredServices.class)
    @DatabaseModules
    @ComponentScan(
            basePackages = {
                "org.deviceoffboarding.audit",
                "org.deviceoffboarding.base.jobs",
                "org.deviceoffboarding.evaluation",
                "org.deviceoffboarding.instruction",
                "org.deviceoffboarding.exception",
                "org.deviceoffboarding.safeguard",
                "org.deviceoffboarding.suggestion"
            },
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.exception\\.register\\.AgentDirectory"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.execution\\.Agent(Inventory|Lookups)")
            })
    @ComponentScan(
            basePackages = "org.deviceoffboarding.base.database",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.base\\.database\\.(DatabaseConfiguration|LogOwnership)"))
    @ComponentScan(
            basePackages = "org.deviceoffboarding.removed",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.removed\\.(DisabledDevice|VerifiedChange)(s|Repository)"))
    @ComponentScan(
            basePackages = "org.deviceoffboarding.person",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.person\\.(CachedNames|HeldRoles|LookedUpPeople|PeopleAudience|PersonIntake|PersonRepository)"))
    @ComponentScan(
            basePackages = "org.deviceoffboarding.notification",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.notification\\.Notice(Outbox|Repository)"))
    class Modules {

        @Bean
        AgentHold agentHold() {
            return () -> {}; // whether there is an agent is the tenant's by script
        }

        @Bean
        AgentIdentity agentIdentity() {
            return new ScriptedIdentity();
        }

        /** Knows nobody. */
        @Bean
        ScriptedGraph graphOfPeople() {
            return new ScriptedGraph();
        }

        @Bean
        PersonAddresses personAddresses(ScriptedGraph graphOfPeople) {
            return PersonAddressesAt.graph(graphOfPeople.graph());
        }

        @Bean
        AgentFeatures agentFeatures() {
            return new AgentFeatures() {
                @Override
                public Optional<String> lacking(AgentFeature feature) {
                    return Optional.empty();
                }

                @Override
                public void requireForRun() {}
            };
        }

        @Bean
        SettableClock clock() {
            return new SettableClock(ADevice.NOW);
        }

        @Bean
        ScriptedInventory scriptedInventory() {
            return new ScriptedInventory();
        }

        @Bean
        ScriptedDirectory scriptedDirectory() {
            return new ScriptedDirectory();
        }

        @Bean
        CurrentActor currentActor() {
            return new CurrentActor();
        }

        @Bean
        RunChanges changes() {
            return new RunChanges();
        }

        @Bean
        RunsByHand runsByHand() {
            return new RunsByHand();
        }
    }
}
