/** The checklist on a suggestion's page, the check of keys, and the settings of playbooks. */
@NullMarked
package org.deviceoffboarding.playbook.ui;

import org.jspecify.annotations.NullMarked;
