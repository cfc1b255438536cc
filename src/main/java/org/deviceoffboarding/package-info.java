/** The application: starts the portal and, where none is configured, the embedded database and the demo tenant. */
@NullMarked
package org.deviceoffboarding;

import org.jspecify.annotations.NullMarked;
