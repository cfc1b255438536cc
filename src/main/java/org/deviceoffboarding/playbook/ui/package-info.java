/** The checklist on a suggestion's page, the check of keys, and the settings of playbooks. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.playbook.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
