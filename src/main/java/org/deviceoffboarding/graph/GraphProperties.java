package org.deviceoffboarding.graph;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Microsoft Graph is waited for, and how fast it is written to.
 *
 * @param connectTimeout for a connection
 * @param readTimeout for the next bytes of an answer; an answer as a whole may take any time
 * @param patience how long one page is waited for altogether while Graph asks to come again later
 * @param paced whether writes keep to Graph's limits by themselves; only measurements without limits turn it off
 */
@ConfigurationProperties("portal.graph")
record GraphProperties(
        @DefaultValue("20s") Duration connectTimeout,
        @DefaultValue("100s") Duration readTimeout,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("true") boolean paced) {}
