package org.deviceoffboarding.task.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.directory.DirectoryPerson;
import org.deviceoffboarding.directory.EntraGroup;
import org.deviceoffboarding.directory.NamedPeople;
import org.deviceoffboarding.task.TaskRefusedException;
import org.junit.jupiter.api.Test;

class GroupTeamsTest {

    @Test
    void aGroupOfAThousandPeopleIsATeamAndALargerOneIsNot() {
        assertThat(GroupTeams.members(group(1_000))).hasSize(1_000);
        assertThatExceptionOfType(TaskRefusedException.class)
                .isThrownBy(() -> GroupTeams.members(group(1_001)))
                .withMessageContaining("“All staff” has more than 1,000 people")
                .matches(refused -> refused.about().equals(TaskRefusedException.ASSIGNEE));
    }

    private static NamedPeople group(int people) {
        return new NamedPeople(
                new EntraGroup(UUID.randomUUID(), "All staff"),
                IntStream.range(0, people)
                        .mapToObj(number -> new DirectoryPerson(UUID.randomUUID(), "Person " + number, null))
                        .toList());
    }
}
