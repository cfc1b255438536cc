/**
 * Notices that the database is older than the log's checkpoints outside it, as after a backup was restored, and holds what must not go
 * on by itself until an owner has looked at it.
 */
@NamedInterface("restored")
@NullMarked
package org.deviceoffboarding.audit.restored;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
