package org.deviceoffboarding.demotenant.graph;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demo tenant's Graph behaves.
 *
 * @param limits whether it limits requests as Graph does
 * @param strictWriteWindow whether no 10 seconds ever see more than 25 writes of a person, as a strict reading of Graph's limit
 *     has it, rather than a bucket that refills
 * @param consistencyDelay how long lists and change tracking do not know of a change
 */
@ConfigurationProperties("demotenant")
record DemoGraphProperties(
        @DefaultValue("true") boolean limits,
        @DefaultValue("false") boolean strictWriteWindow,
        @DefaultValue("0s") Duration consistencyDelay) {}
