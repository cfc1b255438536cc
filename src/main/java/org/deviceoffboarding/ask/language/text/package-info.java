/** A prompt as text: its words, marks and dates, patterns of sentences, and which words are English. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.text;

import org.jspecify.annotations.NullMarked;
