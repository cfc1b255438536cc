package org.deviceoffboarding.access.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.deviceoffboarding.PortalApplication;
import org.deviceoffboarding.Reached;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.TestDemoTenant;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application over real HTTP, against a demo tenant of its own and with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PortalApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.secret-key=a-key-for-tests-only",
            "spring.main.banner-mode=off",
            "vaadin.browserless=true" // else every class of every library is looked through
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestDemoTenant.class})
@Import({Desk.class, Reached.class, PortalOnAPort.Time.class})
@interface PortalOnAPort {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.now());
        }
    }
}
