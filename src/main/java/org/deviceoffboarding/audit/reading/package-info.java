/** Reading the audit log: what is in it, and whether it is as it was written. */
@NullMarked
package org.deviceoffboarding.audit.reading;

import org.jspecify.annotations.NullMarked;
