/** The list of tasks: filtered, sorted and taken away. */
@NullMarked
package org.deviceoffboarding.task.listing;

import org.jspecify.annotations.NullMarked;
