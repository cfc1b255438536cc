package org.deviceoffboarding;

import org.deviceoffboarding.graph.Waits;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({DemoRuns.class, RunFollower.class})
class DemoPortalConfiguration {

    @Bean
    @Primary
    Waits waits() {
        return new Waits();
    }
}
