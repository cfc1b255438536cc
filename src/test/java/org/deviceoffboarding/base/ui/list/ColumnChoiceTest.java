package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnChoiceTest {

    @Test
    void aChoiceReadsAsItWasWritten() {
        String written = "name,user:240,-platform,-lastSync:80";

        assertThat(ColumnChoice.parse(written)).hasToString(written);
        assertThat(ColumnChoice.parse("").columns()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        assertThat(ColumnChoice.parse("name,,user:abc,<b>,--x,platform:99999, -user ,name:200,a b"))
                .hasToString("name,-user");
    }
}
