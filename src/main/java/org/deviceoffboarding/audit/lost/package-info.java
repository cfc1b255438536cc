/** Checkpoints that were lost outside the database: tells of them until the log was verified since, and an owner has confirmed it. */
@NullMarked
package org.deviceoffboarding.audit.lost;

import org.jspecify.annotations.NullMarked;
