package org.deviceoffboarding.audit;

import org.deviceoffboarding.base.PageNews;

/** The audit log has more entries than before, or more of them are sealed. Told about once a second at most, however many there are. */
public record AuditLogGrown() implements PageNews {}
