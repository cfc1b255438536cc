package org.deviceoffboarding.notification;

import java.util.Map;

/**
 * A notice and who is told it.
 *
 * @param people by object ID, each with what names them
 */
record AddressedNotice(Notice notice, Map<String, Recipient> people) {}
