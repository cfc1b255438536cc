/** Work that outlives the process: a queue in the database, carried out by whichever portal is alive. And what each portal does again and again. */
@NullMarked
package org.deviceoffboarding.base.jobs;

import org.jspecify.annotations.NullMarked;
