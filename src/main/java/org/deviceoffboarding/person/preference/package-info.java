/** How each person likes the pages to be. */
@NullMarked
package org.deviceoffboarding.person.preference;

import org.jspecify.annotations.NullMarked;
