/** Reads entries as they stand in the database now, many at a time, and computes the leaves of what they say. */
@NullMarked
package org.deviceoffboarding.audit.stored;

import org.jspecify.annotations.NullMarked;
