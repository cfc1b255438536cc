package org.deviceoffboarding.evaluation.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AffectedIdsTest {

    @Test
    void theyAreThereEachOnceInTheirOrder() {
        Random random = new Random(7);
        List<UUID> all = new ArrayList<>();
        AffectedIds ids = new AffectedIds();
        for (int nth = 0; nth < 1_000; nth++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            all.add(id);
            ids.add(id);
        }

        ids.sort();

        all.sort(null);
        assertThat(ids.count()).isEqualTo(1_000);
        assertThat(ids.part(0, 1_000)).isEqualTo(all);
        assertThat(ids.part(990, 2_000)).isEqualTo(all.subList(990, 1_000));
        assertThat(ids.part(10, 20)).isEqualTo(all.subList(10, 20));
    }

    @Test
    void whereThereAreNoneNoPartHasAny() {
        AffectedIds none = new AffectedIds();
        none.sort();

        assertThat(none.count()).isZero();
        assertThat(none.part(0, 10)).isEmpty();
        assertThat(none.part(5, 10)).isEmpty();
    }
}
