/** Fields whose text is kept while it is typed, and offered again. */
@NamedInterface("draft-ui")
@NullMarked
package org.deviceoffboarding.person.draft.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
