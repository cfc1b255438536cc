package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are carried out.
 *
 * @param settleAfter how long after a batch was sent without an answer Entra is asked what became of it: longer than a batch
 *     that is still being carried out takes
 */
@ConfigurationProperties("portal.remediation")
record RemediationProperties(@DefaultValue("20s") Duration settleAfter) {}
