/** Lists of IDs that people upload. */
@NullMarked
package org.deviceoffboarding.remediation.upload;

import org.jspecify.annotations.NullMarked;
