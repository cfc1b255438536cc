package org.deviceoffboarding.signin;

import java.time.Instant;

/**
 * A refusal that is known of an identity, until it is accepted again.
 *
 * @param since when Microsoft refused it first
 */
public record KnownRefusal(SignInRefusal refusal, Instant since) {}
