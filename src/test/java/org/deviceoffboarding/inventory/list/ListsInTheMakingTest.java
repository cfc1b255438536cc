package org.deviceoffboarding.inventory.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListsInTheMakingTest {

    private static final UUID DEVICE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final ListsInTheMaking making = new ListsInTheMaking();

    @Test
    void whatChangesWhileAListIsMadeIsLeftToItsEnd() {
        List<UUID> changed = new ArrayList<>();

        making.make(
                1,
                () -> {
                    assertThat(making.defer(1, List.of(DEVICE))).isTrue();
                    assertThat(making.defer(1, List.of(OTHER, DEVICE))).isTrue();
                },
                changed::addAll);

        assertThat(changed).containsExactlyInAnyOrder(DEVICE, OTHER);
    }

    @Test
    void whatChangesBeforeOrAfterwardsOrInAnotherCopyIsNotLeft() {
        List<UUID> changed = new ArrayList<>();

        assertThat(making.defer(1, List.of(DEVICE))).isFalse();
        making.make(1, () -> assertThat(making.defer(2, List.of(DEVICE))).isFalse(), changed::addAll);

        assertThat(making.defer(1, List.of(DEVICE))).isFalse();
        assertThat(changed).isEmpty();
    }

    @Test
    void aListThatCouldNotBeMadeIsBegunAnewWithoutWhatWasLeftToIt() {
        List<UUID> changed = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> making.make(
                        1,
                        () -> {
                            making.defer(1, List.of(DEVICE));
                            throw new IllegalStateException("stopped");
                        },
                        changed::addAll));

        assertThat(making.defer(1, List.of(DEVICE))).isFalse();
        making.make(1, () -> making.defer(1, List.of(OTHER)), changed::addAll);
        assertThat(changed).containsExactly(OTHER);
    }
}
