package org.deviceoffboarding;

import org.deviceoffboarding.graph.Waits;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets the pauses between attempts at Graph take no time: a minute of them passes before a tenant that nobody serves is given up. */
@TestConfiguration(proxyBeanMethods = false)
class WithoutPauses {

    @Bean
    @Primary
    Waits waits() {
        return new Waits();
    }
}
