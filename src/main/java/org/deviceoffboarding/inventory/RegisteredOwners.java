package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who Entra says a device is registered for.
 *
 * @param names in the order of the alphabet: user principal names, else display names; blank where Entra may not tell
 * @param problem why it could not be read, for people; null if it was
 */
public record RegisteredOwners(List<String> names, @Nullable String problem) {

    public RegisteredOwners {
        names = names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    static RegisteredOwners unread(String problem) {
        return new RegisteredOwners(List.of(), problem);
    }

    /** Returns all names; null where there is nobody, or it could not be read. */
    public @Nullable String inWords() {
        return names.isEmpty()
                ? null
                : names.stream()
                        .map(name -> name.isBlank() ? "somebody whose name the agent may not read" : name)
                        .collect(Collectors.joining(", "));
    }
}
