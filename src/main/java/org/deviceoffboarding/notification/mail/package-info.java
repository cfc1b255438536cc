/** Notices by mail, where the operator set a mail server. */
@NullMarked
package org.deviceoffboarding.notification.mail;

import org.jspecify.annotations.NullMarked;
