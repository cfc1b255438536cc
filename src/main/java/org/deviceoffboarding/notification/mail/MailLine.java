package org.deviceoffboarding.notification.mail;

import org.deviceoffboarding.notification.StoredNotice;

/**
 * A notice as it stands in a mail.
 *
 * @param reason why the person gets it
 * @param link what opens what it is about
 */
record MailLine(StoredNotice notice, String reason, String link) {}
