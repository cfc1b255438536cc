/** How a request reads and looks, wherever it is shown. */
@NullMarked
package org.deviceoffboarding.remediation.ui.request;

import org.jspecify.annotations.NullMarked;
