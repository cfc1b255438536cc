/** Checkpoints: what is signed of the log, in the C2SP text forms, with which key, and the files outside the database. Knows no Spring. */
@NamedInterface("checkpoint")
@NullMarked
package org.deviceoffboarding.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
