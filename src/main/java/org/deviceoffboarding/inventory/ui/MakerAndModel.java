package org.deviceoffboarding.inventory.ui;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who made a device and what it is called, in one text. Many models begin with their maker, who is said once then. */
final class MakerAndModel {

    private MakerAndModel() {}

    /** Returns such as "HP EliteBook 840"; empty where neither is known. */
    static String of(@Nullable String maker, @Nullable String model) {
        String first = Objects.requireNonNullElse(maker, "").strip();
        String second = Objects.requireNonNullElse(model, "").strip();
        return beginsWith(second, first) ? second : (first + " " + second).strip();
    }

    /** With whole words: what HPE makes is not said to be made by HP. */
    private static boolean beginsWith(String model, String maker) {
        String words = maker.toLowerCase(Locale.ROOT) + " ";
        return (model.toLowerCase(Locale.ROOT) + " ").startsWith(words);
    }
}
