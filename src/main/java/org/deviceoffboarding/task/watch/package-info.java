/** What happens to tasks by themselves: because of a day, a device, or a change request. */
@NullMarked
package org.deviceoffboarding.task.watch;

import org.jspecify.annotations.NullMarked;
