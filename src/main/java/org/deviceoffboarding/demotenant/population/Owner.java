package org.deviceoffboarding.demotenant.population;

/** Whose device it is. */
enum Owner {
    COMPANY("Company"),
    PERSONAL("Personal");

    private final String inEntra;

    Owner(String inEntra) {
        this.inEntra = inEntra;
    }

    String inEntra() {
        return inEntra;
    }

    String inIntune() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
