package org.deviceoffboarding.instruction.language;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Source;
import org.jspecify.annotations.Nullable;

/** A device as instructions see it. Asked only for what the instructions are about, so it may look things up late. */
public interface Subject {

    /** Returns the {@code id} of its object in Entra. */
    UUID objectId();

    /** Returns its {@code deviceId} in Entra, or null where that is no key. */
    @Nullable
    UUID deviceId();

    /** Returns the IDs of its records in Intune, present and earlier. */
    List<UUID> intuneIds();

    /** Returns Entra's time of its last sign-in, or null where that is not known. */
    @Nullable
    Instant lastSignIn();

    /** Returns Intune's time of its last sync, or null where that is not known. */
    @Nullable
    Instant lastSync();

    /** Returns its value of a sort that has only a few, or null where it has none of them. */
    @Nullable
    Choice choice(ConditionType type);

    /** Returns its names, users, manufacturers or models; those of Entra and Intune can differ. */
    List<String> texts(ConditionType type);

    /** Returns whether it, or one of its users, is a member of a group. */
    boolean isIn(String group);

    /** Returns when it was last active, or null where neither knows. */
    default @Nullable Instant lastActivity(Source source) {
        Instant signIn = source == Source.INTUNE ? null : lastSignIn();
        Instant sync = source == Source.ENTRA ? null : lastSync();
        return signIn == null || (sync != null && sync.isAfter(signIn)) ? sync : signIn;
    }
}
