package org.deviceoffboarding.demotenant.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuidPermutationTest {

    private final GuidPermutation guids = new GuidPermutation(7);

    @Test
    void everyNumberIsFoundByItsGuid() {
        for (IdKind kind : IdKind.values()) {
            for (long number = 0; number < 4_000_000; number += 39_119) {
                assertThat(guids.number(kind, guids.of(kind, number))).hasValue(number);
            }
        }
    }

    @Test
    void aGuidIsARandomOneOfVersionFour() {
        var uuid = UUID.fromString(guids.of(IdKind.INTUNE, 12));

        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void kindsAndNumbersNeverShareAGuid() {
        var seen = new HashSet<String>();
        for (IdKind kind : IdKind.values()) {
            for (int number = 0; number < 2_000; number++) {
                assertThat(seen.add(guids.of(kind, number))).isTrue();
            }
        }
    }

    @Test
    void aGuidOfAnotherKindOrTenantIsNotFound() {
        var guid = guids.of(IdKind.ENTRA_DEVICE, 5);

        assertThat(guids.number(IdKind.ENTRA_OBJECT, guid)).isEmpty();
        assertThat(new GuidPermutation(8).number(IdKind.ENTRA_DEVICE, guid)).isEmpty();
        assertThat(guids.number(IdKind.ENTRA_DEVICE, "00000000-0000-0000-0000-000000000000"))
                .isEmpty();
        assertThat(guids.number(IdKind.ENTRA_DEVICE, "")).isEmpty();
        assertThat(guids.number(IdKind.ENTRA_DEVICE, "no guid, though as long as one is..."))
                .isEmpty();
    }

    @Test
    void aGuidIsFoundInWhateverCaseItIsWritten() {
        var guid = guids.of(IdKind.ENTRA_DEVICE, 77).toUpperCase(java.util.Locale.ROOT);

        assertThat(guids.number(IdKind.ENTRA_DEVICE, guid)).hasValue(77);
    }
}
