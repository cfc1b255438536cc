/** Views of lists that people saved, for themselves or for everybody. */
@NullMarked
package org.deviceoffboarding.person.view;

import org.jspecify.annotations.NullMarked;
