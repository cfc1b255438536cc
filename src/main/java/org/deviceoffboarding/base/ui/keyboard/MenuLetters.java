package org.deviceoffboarding.base.ui.keyboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which letter each page of the menu is reached: the first of its name that no page before it has. */
final class MenuLetters {

    private MenuLetters() {}

    /** Returns the letter of each page, in their order. A page without one is left out. */
    static Map<Character, String> of(List<String> titles) {
        Map<Character, String> letters = new LinkedHashMap<>();
        for (String title : titles) {
            free(title, letters).ifPresent(letter -> letters.put(letter, title));
        }
        return letters;
    }

    private static Optional<Character> free(String title, Map<Character, String> taken) {
        return title.toLowerCase(Locale.ENGLISH)
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .mapToObj(letter -> (char) letter)
                .filter(letter -> !taken.containsKey(letter))
                .findFirst();
    }
}
