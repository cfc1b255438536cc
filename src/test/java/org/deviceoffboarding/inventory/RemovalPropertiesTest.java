package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalPropertiesTest {

    @Test
    void anActivityThatNamesNoRemovalIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RemovalProperties(List.of("sync ManagedDevice"), "hidden"))
                .withMessageContaining("'sync ManagedDevice'");
    }
}
