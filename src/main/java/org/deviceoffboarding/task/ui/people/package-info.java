/** Fields in which people and teams are found while typing, and picked. */
@NullMarked
package org.deviceoffboarding.task.ui.people;

import org.jspecify.annotations.NullMarked;
