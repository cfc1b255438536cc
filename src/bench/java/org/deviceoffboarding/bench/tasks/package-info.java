/** How fast many tasks are listed, and changed at once. */
@NullMarked
package org.deviceoffboarding.bench.tasks;

import org.jspecify.annotations.NullMarked;
