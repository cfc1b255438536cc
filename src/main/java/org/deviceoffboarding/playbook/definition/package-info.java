/** What playbooks say: the portal's defaults, and how owners change them. */
@NullMarked
package org.deviceoffboarding.playbook.definition;

import org.jspecify.annotations.NullMarked;
