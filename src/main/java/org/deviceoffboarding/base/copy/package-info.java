/** Rows for PostgreSQL's COPY, which takes many at a time. */
@NullMarked
package org.deviceoffboarding.base.copy;

import org.jspecify.annotations.NullMarked;
