/** The page of people, and how those who could do something read in a sentence. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.person.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
