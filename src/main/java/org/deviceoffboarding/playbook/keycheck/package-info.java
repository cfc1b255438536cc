/** Finding out, before anything is deleted, whether the keys of a suggestion's devices are kept. */
@NullMarked
package org.deviceoffboarding.playbook.keycheck;

import org.jspecify.annotations.NullMarked;
