package org.deviceoffboarding.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Labelled;
import org.jspecify.annotations.Nullable;

/** How a device belongs to Entra, which calls it {@code trustType}. */
public enum JoinType implements Labelled {
    ENTRA_JOINED("AzureAd", "Entra joined"),
    HYBRID_JOINED("ServerAd", "Hybrid joined"),
    REGISTERED("Workplace", "Registered");

    private final String trustType;
    private final String label;

    JoinType(String trustType, String label) {
        this.trustType = trustType;
        this.label = label;
    }

    /** Returns how Entra writes it. */
    public String trustType() {
        return trustType;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns the join type that Entra means, nothing where it says none or one that is not known. */
    public static Optional<JoinType> of(@Nullable String trustType) {
        return Stream.of(values())
                .filter(type -> trustType != null
                        && type.trustType.toLowerCase(Locale.ROOT).equals(trustType.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the name for people of what Entra says: as Entra writes it where it is not known here, empty where it says nothing. */
    public static String label(@Nullable String trustType) {
        return of(trustType).map(JoinType::label).orElse(trustType == null ? "" : trustType);
    }
}
