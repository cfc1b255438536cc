/** The bell, the list of notices, what each person chooses, and where owners say where notices are sent. */
@NullMarked
package org.deviceoffboarding.notification.ui;

import org.jspecify.annotations.NullMarked;
