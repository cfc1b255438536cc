package org.deviceoffboarding;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesOnlyDependOnWhatTheyDeclare() {
        ApplicationModules.of(PortalApplication.class).verify();
    }
}
