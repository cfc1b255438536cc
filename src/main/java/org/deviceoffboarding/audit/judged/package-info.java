/** Reads tables of the log to which somebody may have added what they like, so that no more is done for it than is bounded. */
@NullMarked
package org.deviceoffboarding.audit.judged;

import org.jspecify.annotations.NullMarked;
