package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidsTest {

    private static final UUID ID = UUID.fromString("8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
                "8F1C2D3E-4A5B-6C7D-8E9F-0A1B2C3D4E5F",
                "8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f",
                "{8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f}",
                "(8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f)",
                " \t\"{ 8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f }\"\u00A0",
                "\uFEFF\u201C8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f\u201D\u200B",
                "8f1c2d3e-4a5b-\u200B6c7d-8e9f-0a1b2c3d4e5f",
                "8f1c2d3e\u20134a5b\u20116c7d\u20138e9f\u20130a1b2c3d4e5f",
                "urn:uuid:8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
                "URN:UUID:{8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f}",
                "guid'8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f'",
                "[guid]\"8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f\"",
                "=\"8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f\""
            })
    void anIdIsReadInTheFormsThatPeoplePaste(String text) {
        assertThat(Guids.parse(text)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{",
                "=",
                "\"",
                "LAPTOP-1",
                "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5",
                "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f0",
                "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5g",
                "8f1c2d3e4a5b-6c7d-8e9f-0a1b-2c3d4e5f",
                "8f1c2d3e 4a5b 6c7d 8e9f 0a1b2c3d4e5f",
                "=8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
                "device 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
                "\uFF18f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f"
            })
    void whatIsNoWholeIdIsNone(String text) {
        assertThat(Guids.parse(text)).isNull();
    }

    @Test
    void allZerosAreReadAsTheyStand() {
        assertThat(Guids.parse("00000000-0000-0000-0000-000000000000")).isEqualTo(new UUID(0, 0));
    }
}
