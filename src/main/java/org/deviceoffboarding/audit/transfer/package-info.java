/** What is kept of exports of the audit log itself. */
@NullMarked
package org.deviceoffboarding.audit.transfer;

import org.jspecify.annotations.NullMarked;
