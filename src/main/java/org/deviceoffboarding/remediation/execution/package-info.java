/** How requests are carried out, from status to status and device by device. */
@NullMarked
package org.deviceoffboarding.remediation.execution;

import org.jspecify.annotations.NullMarked;
