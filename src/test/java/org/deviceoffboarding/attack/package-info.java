/** A list of hostile inputs, each with the answer that is right, sent over real sockets. */
@NullMarked
package org.deviceoffboarding.attack;

import org.jspecify.annotations.NullMarked;
