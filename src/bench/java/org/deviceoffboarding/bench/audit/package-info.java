/** What the audit log costs those who write into it, and how fast it is sealed, verified and read where it is large. */
@NullMarked
package org.deviceoffboarding.bench.audit;

import org.jspecify.annotations.NullMarked;
