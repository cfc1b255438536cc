package org.deviceoffboarding.ask;

import java.time.Clock;
import java.time.ZoneOffset;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.question.Interpreter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By what prompts are understood. Another interpreter, such as a language model, takes this one's place here. */
@Configuration(proxyBeanMethods = false)
class AskConfiguration {

    @Bean
    Interpreter interpreter(Clock clock) {
        return new GrammarInterpreter(clock, ZoneOffset.UTC);
    }
}
