package org.deviceoffboarding.exception.ui;

import java.util.List;
import org.deviceoffboarding.audit.restored.OpenMatter;
import org.deviceoffboarding.audit.restored.OpenMatters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom a restored database no longer protects can't be told: that it may be so is said. */
@Component
@Order(20)
class ExceptionsAfterRestore implements OpenMatters {

    @Override
    public List<OpenMatter> now() {
        return List.of(new OpenMatter(
                "Exceptions and legal holds made since the backup are missing, and those lifted since hold again.",
                "exceptions",
                "See the exceptions"));
    }
}
