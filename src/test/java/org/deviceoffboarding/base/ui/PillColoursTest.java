package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pills are read and seen on what they lie on, by day and by night: contrasts as WCAG 2.2 computes them. */
class PillColoursTest {

    private static final Path STYLES = Path.of("frontend", "styles");
    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{3,6}), #([0-9a-f]{3,6})\\)");

    /** Of a text that is not large. */
    private static final double READ = 4.5;

    private static final Map<String, List<Double>> LUMINANCES = new HashMap<>();

    @BeforeAll
    static void readColours() throws IOException {
        for (String file : List.of("surface.css", "overlays.css")) {
            Matcher found = COLOUR.matcher(Files.readString(STYLES.resolve(file)));
            while (found.find()) {
                LUMINANCES.put(found.group(1), List.of(luminance(found.group(2)), luminance(found.group(3))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"neutral", "progress", "good", "attention", "bad"})
    void wordsAreReadOnTheirGround(String kind) {
        for (int night : new int[] {0, 1}) {
            assertThat(contrast(kind + "-ink", kind + "-ground", night)).isGreaterThanOrEqualTo(READ);
        }
    }

    /** Grey and blue ones: the others have other colours than the row. */
    @Test
    void pillsStandOutOnPickedRowsAndAreRead() {
        for (int night : new int[] {0, 1}) {
            assertThat(contrast("neutral-ink", "picked-pill-ground", night)).isGreaterThanOrEqualTo(READ);
            assertThat(contrast("progress-ink", "picked-pill-ground", night)).isGreaterThanOrEqualTo(READ);
            assertThat(contrast("picked-pill-ground", "progress-ground", night)).isGreaterThan(1.1);
            assertThat(contrast("picked-pill-edge", "progress-ground", night)).isGreaterThan(1.5);
        }
    }

    private static double contrast(String one, String other, int night) {
        double first = colour(one).get(night);
        double second = colour(other).get(night);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static List<Double> colour(String name) {
        return Objects.requireNonNull(LUMINANCES.get(name), () -> "The styles have no --" + name);
    }

    private static double luminance(String hex) {
        String six = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
        return 0.2126 * linear(six.substring(0, 2))
                + 0.7152 * linear(six.substring(2, 4))
                + 0.0722 * linear(six.substring(4, 6));
    }

    private static double linear(String channel) {
        double value = Integer.parseInt(channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
