/** A prompt as text: its words and marks, what of it is said for politeness, and which words are English. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.text;

import org.jspecify.annotations.NullMarked;
