package org.deviceoffboarding.instruction.effect;

import java.util.Arrays;
import java.util.Locale;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.language.Choice;
import org.jspecify.annotations.Nullable;

/** What the language of instructions calls the values of inventory and evaluation. */
final class InstructionVocabulary {

    private static final Choice[] PLATFORMS = byName(Platform.values());
    private static final Choice[] OWNERSHIPS = byName(Ownership.values());
    private static final Choice[] SITUATIONS = byName(Situation.values());

    private InstructionVocabulary() {}

    static Choice of(Platform platform) {
        return PLATFORMS[platform.ordinal()];
    }

    static Choice of(Ownership ownership) {
        return OWNERSHIPS[ownership.ordinal()];
    }

    static Choice of(Situation situation) {
        return SITUATIONS[situation.ordinal()];
    }

    static @Nullable Choice ofJoinType(@Nullable String trustType) {
        return switch (trustType == null ? "" : trustType.strip().toLowerCase(Locale.ROOT)) {
            case "azuread" -> Choice.ENTRA_JOINED;
            case "serverad" -> Choice.HYBRID_JOINED;
            case "workplace" -> Choice.REGISTERED;
            default -> null;
        };
    }

    private static Choice[] byName(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> Choice.valueOf(constant.name()))
                .toArray(Choice[]::new);
    }
}
