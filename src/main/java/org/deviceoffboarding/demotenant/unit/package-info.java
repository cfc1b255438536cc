/** The administrative units of the company, and which devices are in them. */
@NullMarked
package org.deviceoffboarding.demotenant.unit;

import org.jspecify.annotations.NullMarked;
