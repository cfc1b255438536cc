/** The playbook of a suggestion, chosen by what its devices are, and ticked off step by step. */
@NullMarked
package org.deviceoffboarding.playbook.checklist;

import org.jspecify.annotations.NullMarked;
