package org.deviceoffboarding.safeguard;

import java.util.List;

/**
 * What an owner wants to loosen.
 *
 * @param safeguard of {@link Safeguard#name}
 * @param subject which one, where a safeguard has many, such as {@code exception:12}; else empty
 * @param basedOn the version of the setting that it is proposed for
 * @param proposal what is to hold, as the safeguard understands it
 * @param changes what that changes, for people: "a request holds at most 600 devices (was 500)"
 */
public record NewLoosening(String safeguard, String subject, long basedOn, String proposal, List<String> changes) {

    public NewLoosening {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("What changes nothing loosens nothing");
        }
        changes = List.copyOf(changes);
    }
}
