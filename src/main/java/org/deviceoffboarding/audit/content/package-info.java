/** What an entry says, in one form that is hashed when it is stored and can be hashed again at any time. Pure. */
@NullMarked
package org.deviceoffboarding.audit.content;

import org.jspecify.annotations.NullMarked;
