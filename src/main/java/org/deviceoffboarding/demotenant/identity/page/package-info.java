/** What every page of the demo tenant is made of: its frame, its headers, the forms of the switches. */
@NullMarked
package org.deviceoffboarding.demotenant.identity.page;

import org.jspecify.annotations.NullMarked;
