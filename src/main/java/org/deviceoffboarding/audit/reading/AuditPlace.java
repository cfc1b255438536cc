package org.deviceoffboarding.audit.reading;

import java.time.Instant;

/** Where an entry stands in the order of time; entries of one moment stand in the order of storing. */
public record AuditPlace(Instant at, long id) {}
