/** Whether what instructions name is there: groups, people and IDs, while they are typed, at saving and before a run. */
@NullMarked
package org.deviceoffboarding.instruction.lookup;

import org.jspecify.annotations.NullMarked;
