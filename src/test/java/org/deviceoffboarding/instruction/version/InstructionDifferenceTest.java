package org.deviceoffboarding.instruction.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstructionDifferenceTest {

    @Test
    void whatCameAndWhatWentIsNamedAndWhatStayedIsNot() {
        assertThat(words("Exclude A\nExclude B\n\nExclude B", "Exclude B\n Exclude C"))
                .containsExactly("added “Exclude C”", "removed “Exclude A”", "removed “Exclude B”");
        assertThat(words("Exclude A", "Exclude A")).isEmpty();
    }

    @Test
    void thatOnlyTheOrderChangedIsSaid() {
        assertThat(words("Exclude A\nExclude B", "Exclude B\nExclude A"))
                .containsExactly("the same lines in another order, or otherwise apart");
    }

    @Test
    void ofVeryManyLinesTheFirstAreNamedAndTheOthersCounted() {
        String many = IntStream.range(0, 2_000).mapToObj(n -> "Exclude " + n).collect(Collectors.joining("\n"));

        assertThat(words("", many)).hasSize(51).endsWith("1,950 more lines are others");
    }

    private static List<String> words(String before, String now) {
        return InstructionDifference.words(version(before), version(now));
    }

    private static InstructionVersion version(String text) {
        return new InstructionVersion(1, text, 1, null, null);
    }
}
