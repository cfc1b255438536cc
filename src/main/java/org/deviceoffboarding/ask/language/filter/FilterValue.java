package org.deviceoffboarding.ask.language.filter;

import java.util.Locale;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/**
 * What a property is compared with.
 *
 * @param text as it stands there, without quotation marks
 * @param moment that it surely is; null where its text can say one
 * @param nothing whether it says that nothing is known
 * @param quoted whether it stood in quotation marks
 */
record FilterValue(String text, @Nullable TimePoint moment, boolean nothing, boolean quoted) {

    static FilterValue of(TimePoint moment) {
        return new FilterValue(moment.words(), moment, false, false);
    }

    static FilterValue of(String text, boolean quoted) {
        return new FilterValue(text, null, false, quoted);
    }

    static FilterValue none() {
        return new FilterValue("null", null, true, false);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
