/** What stands around a question and says nothing of devices: asides, reasons, courtesy and turns of phrase. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.around;

import org.jspecify.annotations.NullMarked;
