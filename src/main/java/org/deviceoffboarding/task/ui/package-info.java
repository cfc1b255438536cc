/** The list of tasks and the page of one, their dialogs, and what other pages show of tasks. */
@NullMarked
package org.deviceoffboarding.task.ui;

import org.jspecify.annotations.NullMarked;
