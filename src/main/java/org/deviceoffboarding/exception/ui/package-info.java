/** The pages and dialogs of exceptions. */
@NullMarked
package org.deviceoffboarding.exception.ui;

import org.jspecify.annotations.NullMarked;
