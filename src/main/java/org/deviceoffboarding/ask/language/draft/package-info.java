/** What a prompt becomes while it is read: what its phrases stand for, and the conditions, wishes and missed words found so far. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.draft;

import org.jspecify.annotations.NullMarked;
