package org.deviceoffboarding.notification.mail;

import java.time.Instant;

/**
 * What a mail says.
 *
 * @param at when it was written
 */
record MailText(String subject, String plain, String html, Instant at) {}
