/** What a person sees who may not see a page, how to connect a tenant, and what every page says of signing in. */
@NullMarked
package org.deviceoffboarding.access.ui;

import org.jspecify.annotations.NullMarked;
