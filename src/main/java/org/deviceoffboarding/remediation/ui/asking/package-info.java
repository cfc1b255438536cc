/** The dialogs that ask for actions, from every place where devices can be picked. */
@NullMarked
package org.deviceoffboarding.remediation.ui.asking;

import org.jspecify.annotations.NullMarked;
