package org.deviceoffboarding.base.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void whatIsCountedStandsInTheNumberThatItIs() {
        assertThat(Written.devices(0)).isEqualTo("0 devices");
        assertThat(Written.devices(1)).isEqualTo("1 device");
        assertThat(Written.devices(1_214)).isEqualTo("1,214 devices");
        assertThat(Written.count(2, "entry", "entries")).isEqualTo("2 entries");
    }

    @Test
    void quotationMarksWithinATextStandTwice() {
        assertThat(Written.quoted("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
    }
}
