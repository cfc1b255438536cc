package org.deviceoffboarding.person.preference;

import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps the preferences of people in the database. Nothing of it is on record: it changes what one person sees, and nothing else. */
@Service
@May(Capability.READ)
public class PreferenceService implements Preferences {

    private final PreferenceRepository preferences;
    private final CurrentActor currentActor;
    private final Clock clock;

    PreferenceService(PreferenceRepository preferences, CurrentActor currentActor, Clock clock) {
        this.preferences = preferences;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String name) {
        return preferences.find(currentActor.get().id(), name);
    }

    @Override
    public void set(String name, @Nullable String value) {
        String person = currentActor.get().id();
        if (value == null) {
            preferences.delete(person, name);
        } else if (value.length() <= LONGEST) {
            preferences.put(person, name, value, clock.instant());
        }
    }
}
