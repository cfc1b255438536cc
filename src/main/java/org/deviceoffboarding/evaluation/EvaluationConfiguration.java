package org.deviceoffboarding.evaluation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    JudgingRules judgingRules() {
        return JudgingRules.defaults();
    }
}
