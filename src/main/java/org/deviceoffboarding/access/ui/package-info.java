/** What a person sees who may not see a page. */
@NullMarked
package org.deviceoffboarding.access.ui;

import org.jspecify.annotations.NullMarked;
