/** Whether the devices of requests are still flagged by what owners decided since they were asked for. */
@NullMarked
package org.deviceoffboarding.remediation.recheck;

import org.jspecify.annotations.NullMarked;
