/** Working on tasks: adding and changing them, alone or many at once, and what is said about them. */
@NullMarked
package org.deviceoffboarding.task.work;

import org.jspecify.annotations.NullMarked;
