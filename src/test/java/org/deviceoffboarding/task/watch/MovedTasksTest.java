package org.deviceoffboarding.task.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.task.watch.WatchedTaskRepository.Moved;
import org.junit.jupiter.api.Test;

class MovedTasksTest {

    @Test
    void aPartHasNoMoreTasksAndDevicesThanAreWrittenAtOnce() {
        assertThat(parts(3, 10, 5, 5, 1, 1, 1, 1)).containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L), List.of(6L));
    }

    @Test
    void aTaskOfMoreDevicesIsAPartOfItsOwn() {
        assertThat(parts(3, 10, 1, 11, 1)).containsExactly(List.of(1L), List.of(2L), List.of(3L));
        assertThat(parts(3, 10)).isEmpty();
    }

    private static List<List<Long>> parts(int mostTasks, int mostDevices, int... devices) {
        return MovedTasks.parts(
                IntStream.range(0, devices.length)
                        .mapToObj(number -> new Moved(number + 1, devices[number]))
                        .toList(),
                mostTasks,
                mostDevices);
    }
}
