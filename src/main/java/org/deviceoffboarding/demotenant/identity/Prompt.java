package org.deviceoffboarding.demotenant.identity;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code prompt} parameter of a sign-in request: words parted by spaces. */
final class Prompt {

    private Prompt() {}

    static Set<String> of(@Nullable Object parameter) {
        return parameter == null
                ? Set.of()
                : Set.copyOf(Arrays.asList(parameter.toString().trim().split(" +")));
    }
}
