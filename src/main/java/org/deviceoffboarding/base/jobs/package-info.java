/** Work that outlives the process: a queue in the database, carried out by whichever portal is alive. */
@NullMarked
package org.deviceoffboarding.base.jobs;

import org.jspecify.annotations.NullMarked;
