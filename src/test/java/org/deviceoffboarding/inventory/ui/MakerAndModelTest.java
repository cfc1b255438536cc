package org.deviceoffboarding.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MakerAndModelTest {

    @Test
    void aMakerThatTheModelBeginsWithIsSaidOnce() {
        assertThat(MakerAndModel.of("HP", "HP EliteBook 840")).isEqualTo("HP EliteBook 840");
        assertThat(MakerAndModel.of("LENOVO", "Lenovo")).isEqualTo("Lenovo");
        assertThat(MakerAndModel.of("HP", "HPE ProLiant")).isEqualTo("HP HPE ProLiant");
        assertThat(MakerAndModel.of("Dell Inc.", "Latitude 7440")).isEqualTo("Dell Inc. Latitude 7440");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(MakerAndModel.of(null, "iPhone 15")).isEqualTo("iPhone 15");
        assertThat(MakerAndModel.of("Apple", null)).isEqualTo("Apple");
        assertThat(MakerAndModel.of(null, null)).isEmpty();
    }
}
