/** What the migrations made of the log's tables, and what is there instead now. */
@NullMarked
package org.deviceoffboarding.audit.definition;

import org.jspecify.annotations.NullMarked;
