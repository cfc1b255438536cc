package org.deviceoffboarding.ask.language.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The known makers of devices: one, and several devices of one, as in "a Dell" and "the Dells". What else is a maker is said to be one. */
public final class Makers {

    private static final List<String> NAMES = List.of(
            "Acer",
            "ASUS",
            "Crosscall",
            "Datalogic",
            "Dell",
            "Dynabook",
            "Fairphone",
            "Fujitsu",
            "Getac",
            "Honeywell",
            "HP",
            "Huawei",
            "IBM",
            "Lenovo",
            "LG",
            "Medion",
            "Motorola",
            "MSI",
            "Nokia",
            "OnePlus",
            "Oppo",
            "Panasonic",
            "Samsung",
            "Sony",
            "Toshiba",
            "Wortmann",
            "Xiaomi",
            "Zebra");

    /** They make more than devices: "Microsoft Entra", "Google account". */
    private static final Map<String, String> AMBIGUOUS =
            Map.of("apple", "Apple", "google", "Google", "microsoft", "Microsoft");

    private static final Map<String, String> SINGULAR = singular();
    private static final Map<String, String> PLURAL = plural();

    private Makers() {}

    /** Returns the maker that a word names by itself, in any case, or null. */
    public static @Nullable String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String one = SINGULAR.get(lower);
        return one == null ? PLURAL.get(lower) : one;
    }

    /** Returns the maker that a word names where devices follow, in any case, or null. */
    public static @Nullable String beforeDevices(String word) {
        return AMBIGUOUS.get(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the words for several devices of one maker, in small letters. */
    public static Set<String> plurals() {
        return PLURAL.keySet();
    }

    private static Map<String, String> singular() {
        return NAMES.stream()
                .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
    }

    private static Map<String, String> plural() {
        Map<String, String> plurals = new HashMap<>();
        NAMES.forEach(name -> plurals.put(
                name.toLowerCase(Locale.ROOT) + (name.toLowerCase(Locale.ROOT).endsWith("s") ? "es" : "s"), name));
        return Map.copyOf(plurals);
    }
}
