package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdReaderTest {

    private static final UUID A = UUID.fromString("8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f");
    private static final UUID B = UUID.fromString("0b1ec7aa-0000-4000-8000-00000000000b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s and %s",
                "{%s}, {%s}",
                "{%s}\r\n{%s}",
                "\"%s\",\"%s\"",
                "'{%s}'; '{%s}'",
                "“%s”\n“%s”",
                "urn:uuid:%s urn:uuid:%s",
                "\u00A0%s\u200B\n\uFEFF%s\u00A0",
                "(%s, %s)."
            })
    void idsAreReadInTheFormsThatPeoplePaste(String list) {
        for (String plain : List.of(
                A.toString(), A.toString().replace("-", ""), A.toString().replace("-", "-\u200B"))) {
            InstructionText text = InstructionText.parse("Exclude devices with IDs "
                    + list.formatted(plain, B.toString().toUpperCase()));

            assertThat(text.problems()).as(text.text()).isEmpty();
            assertThat(text.instructions().getFirst().criteria()).containsExactly(new Criterion.Ids(List.of(A, B)));
        }
    }
}
