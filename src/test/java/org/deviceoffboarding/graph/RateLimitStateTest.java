package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pace over hours, against Graph's own limits. */
class RateLimitStateTest {

    private static final int WRITES = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void requestsOfOnePersonProvokeNoRefusalAndTakeHardlyLongerThanTheyMust(int requests) {
        var people = new RateLimitedPeople(1);
        for (int request = 0; request < requests; request++) {
            people.send("anna", WRITES / RateLimitedPeople.BATCH);
        }

        Duration time = people.toTheEnd();

        assertThat(people.refused()).isZero();
        assertThat(time).isBetween(minimum(requests, 0.99), minimum(requests, 1.1));
        assertThat(people.widestLead()).isLessThanOrEqualTo(2);
    }

    @Test
    void aSmallRequestIsNotHeldUpByALargeOneOfTheSamePerson() {
        var people = new RateLimitedPeople(1);
        people.send("anna", 500);
        people.send("anna", 5);

        people.toTheEnd();

        assertThat(people.widestLead()).isLessThanOrEqualTo(2);
    }

    @Test
    void tenPeopleKeepToTheLimitOfTheApp() {
        var people = new RateLimitedPeople(1);
        for (int person = 0; person < 10; person++) {
            people.send("person " + person, 100);
        }

        Duration time = people.toTheEnd();

        assertThat(people.refused()).isZero();
        assertThat(time).isBetween(Duration.ofSeconds(950), Duration.ofSeconds(1_100));
        assertThat(people.widestLead()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.005", "3, 1.005"})
    void aGraphThatCountsALittleSlowerRefusesNothingEither(int requests, double strictness) {
        var people = new RateLimitedPeople(strictness);
        for (int request = 0; request < requests; request++) {
            people.send("anna", WRITES / RateLimitedPeople.BATCH);
        }

        people.toTheEnd();

        assertThat(people.refused()).isZero();
    }

    /** Graph lets 25 writes in 10 seconds pass. */
    private static Duration minimum(int requests, double times) {
        return Duration.ofMillis((long) (requests * WRITES * 400 * times));
    }
}
