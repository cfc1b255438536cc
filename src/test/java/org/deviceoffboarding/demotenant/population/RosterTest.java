package org.deviceoffboarding.demotenant.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    @ParameterizedTest
    @ValueSource(ints = {50, 51, 97, 1200, 20_000})
    void everyDeviceHasOneProfileAndIsFoundInIt(int entraDevices) {
        var roster = new Roster(entraDevices, 1);
        var counted = new EnumMap<Profile, Integer>(Profile.class);

        for (int device = 0; device < roster.size(); device++) {
            var profile = roster.profile(device);
            counted.merge(profile, 1, Integer::sum);
            assertThat(roster.device(profile, roster.rank(device))).isEqualTo(device);
        }

        for (Profile profile : Profile.values()) {
            assertThat(counted.getOrDefault(profile, 0)).as(profile.name()).isEqualTo(roster.count(profile));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 64, 1200, 20_000, 1_000_000})
    void theDirectoryHasExactlyAsManyDevicesAsAskedFor(int entraDevices) {
        var roster = new Roster(entraDevices, 3);
        int inEntra = 0;
        for (Profile profile : Profile.values()) {
            inEntra += profile.inEntra() ? roster.count(profile) : 0;
            assertThat(roster.count(profile)).as(profile.name()).isGreaterThanOrEqualTo(profile.least);
        }

        assertThat(inEntra).isEqualTo(entraDevices);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1200, 20_000})
    void bothObjectsOfADoubleExistEquallyOften(int entraDevices) {
        var roster = new Roster(entraDevices, 1);

        assertThat(roster.count(Profile.DOUBLE_OF_AUTOPILOT)).isEqualTo(roster.count(Profile.DOUBLE_OF_HYBRID));
    }
}
