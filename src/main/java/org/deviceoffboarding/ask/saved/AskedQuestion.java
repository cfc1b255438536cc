package org.deviceoffboarding.ask.saved;

import java.time.Instant;

/** What a person asked, as it was typed, and when it was asked last. */
public record AskedQuestion(String prompt, Instant askedAt) {}
