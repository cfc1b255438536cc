/** What a person has typed and not sent yet: kept for that person alone, until it is sent, discarded or a month old. */
@NullMarked
package org.deviceoffboarding.person.draft;

import org.jspecify.annotations.NullMarked;
