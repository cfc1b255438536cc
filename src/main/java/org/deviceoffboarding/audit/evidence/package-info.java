/** Takes entries out of the log with what proves them, into files that anybody can check. */
@NullMarked
package org.deviceoffboarding.audit.evidence;

import org.jspecify.annotations.NullMarked;
