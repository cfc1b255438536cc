/** How long what runs found is kept, and its removal afterwards. */
@NullMarked
package org.deviceoffboarding.evaluation.retention;

import org.jspecify.annotations.NullMarked;
