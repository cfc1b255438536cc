package org.deviceoffboarding.graph;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Microsoft Graph is waited for.
 *
 * @param connectTimeout for a connection
 * @param readTimeout for the next bytes of an answer; an answer as a whole may take any time
 * @param patience how long one page is waited for altogether while Graph asks to come again later
 */
@ConfigurationProperties("portal.graph")
record GraphProperties(
        @DefaultValue("20s") Duration connectTimeout,
        @DefaultValue("100s") Duration readTimeout,
        @DefaultValue("10m") Duration patience) {}
