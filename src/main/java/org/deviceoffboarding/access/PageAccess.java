package org.deviceoffboarding.access;

import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.Needed;
import org.jspecify.annotations.Nullable;

/** Opens pages to whom their {@link org.deviceoffboarding.base.May} says; what has none goes by Vaadin's own annotations. */
class PageAccess extends AccessAnnotationChecker {

    @Override
    public boolean hasAccess(Class<?> page, @Nullable Principal person, Function<String, Boolean> roles) {
        Optional<Capability> needed = Needed.toOpen(page);
        return needed.isEmpty()
                ? super.hasAccess(page, person, roles)
                : person != null && needed.get().isHeldWith(roles::apply);
    }
}
