/** Who tasks can be assigned to: people and teams, found while typing; and what owners set for tasks. */
@NullMarked
package org.deviceoffboarding.task.team;

import org.jspecify.annotations.NullMarked;
