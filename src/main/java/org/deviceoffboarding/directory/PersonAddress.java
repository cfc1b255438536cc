package org.deviceoffboarding.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the directory names a person, and where it says they are reached.
 *
 * @param name null where there is none
 * @param mail null where the directory names no mailbox
 * @param enabled whether the person can sign in at all
 */
public record PersonAddress(
        @Nullable String name,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        boolean enabled) {

    /**
     * Returns the mail address: that of the mailbox, else the user principal name where that is written like an address of the tenant's
     * own domain. A guest's is none, nor one below {@code onmicrosoft.com}, behind which there need not be a mailbox.
     */
    public @Nullable String address() {
        if (mail != null) {
            return mail;
        }
        String principal = userPrincipalName == null ? "" : userPrincipalName.toLowerCase(Locale.ROOT);
        boolean ownDomain =
                principal.matches("[^@#\\s]+@[^@#\\s]+\\.[^@#\\s]+") && !principal.endsWith(".onmicrosoft.com");
        return ownDomain ? userPrincipalName : null;
    }
}
