package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvisibleCharactersTest {

    /** Signs that are seen, and stand around numbers of their scripts. */
    private static final Set<Integer> SEEN =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    @Test
    void whatTurnsALineAroundIsShownByItsNumber() {
        assertThat(InvisibleCharacters.shown("Deleted \u202ecp\u202c-1\u2066\u2069\u200f\ufeff"))
                .isEqualTo("Deleted ⟨U+202E⟩cp⟨U+202C⟩-1⟨U+2066⟩⟨U+2069⟩⟨U+200F⟩⟨U+FEFF⟩");
        assertThat(InvisibleCharacters.shown("a\u001b[2Jb\u0085\ud800c\udb40\udc41"))
                .isEqualTo("a⟨U+001B⟩[2Jb⟨U+0085⟩⟨U+D800⟩c⟨U+E0041⟩");
    }

    @Test
    void nothingThatUnicodeSaysToHaveNoLookIsLeftUnseen() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(point -> Character.getType(point) == Character.FORMAT && !SEEN.contains(point))
                        .filter(point -> InvisibleCharacters.shown(Character.toString(point))
                                .equals(Character.toString(point))))
                .isEmpty();
    }

    @Test
    void whatIsSeenStays() {
        for (String text : new String[] {
            "",
            "PC-1",
            "two\nlines\tand\r\nmore",
            "Größe – “ü”",
            "\u05d0\u05d1\u05d2 12",
            "\u0645\u0631\u062d\u0628\u0627",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "\u2764\ufe0f\u200d\ud83d\udd25",
            "\ud83e\uddd1\ud83c\udffd\u200d\u2708\ufe0f"
        }) {
            assertThat(InvisibleCharacters.shown(text)).isEqualTo(text);
            assertThat(InvisibleCharacters.escaped(text)).isEqualTo(text);
        }
        assertThat(InvisibleCharacters.shown("a\u200db")).as("joins no emojis").isEqualTo("a⟨U+200D⟩b");
    }

    @Test
    void jsonMeansTheSame() {
        assertThat(InvisibleCharacters.escaped("{\"name\":\"\u202ecp\udb40\udc41\"}"))
                .isEqualTo("{\"name\":\"\\u202ecp\\udb40\\udc41\"}");
    }
}
