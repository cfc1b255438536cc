/** The words of the language, what each stands for, which word a slip was meant to be, and questions known by their words alone. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.vocabulary;

import org.jspecify.annotations.NullMarked;
