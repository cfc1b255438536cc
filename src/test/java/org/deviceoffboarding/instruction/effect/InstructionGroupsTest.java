package org.deviceoffboarding.instruction.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.instruction.effect.GroupCovers.Cover;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was in a group is in memory once, however many look what other instructions would change. */
@PortalTest
class InstructionGroupsTest {

    private static final long RUN = 4_711;
    private static final List<Instruction> SALES =
            InstructionText.parse("Exclude devices in group \"Sales\"").instructions();

    @Autowired
    private InstructionGroups groups;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveReadGroups() {
        StoredRun.add(jdbc, RUN);
        read("Sales", 3);
        read("Kiosks", 2);
    }

    @Test
    void onlyTheGroupsThatAreNamedAreRead() {
        assertThat(groups.known(RUN, SALES).groups()).containsOnlyKeys("Sales");
        assertThat(groups.known(RUN, List.of()).groups()).isEmpty();
        assertThat(cover().devices()).hasSize(3);
        assertThat(cover().userNames()).containsExactly("anna@contoso.example");
    }

    @Test
    void theSameReadingIsTheSameInMemoryAndAnotherIsAnother() {
        Cover first = cover();
        assertThat(cover()).isSameAs(first);

        jdbc.sql("delete from instruction_group where run_id = :run and name = 'Sales'")
                .param("run", RUN)
                .update();
        assertThat(groups.known(RUN, SALES).groups()).isEmpty();
        read("Sales", 5);

        assertThat(cover().devices()).hasSize(5);
    }

    private Cover cover() {
        return groups.known(RUN, SALES).groups().values().iterator().next();
    }

    private void read(String name, int devices) {
        jdbc.sql("insert into instruction_group (run_id, name) values (:run, :name)")
                .param("run", RUN)
                .param("name", name)
                .update();
        for (int nth = 1; nth <= devices; nth++) {
            jdbc.sql("insert into instruction_group_member (run_id, name, device) values (:run, :name, :device)")
                    .param("run", RUN)
                    .param("name", name)
                    .param("device", new UUID(1, nth))
                    .update();
        }
        jdbc.sql("""
                insert into instruction_group_member (run_id, name, user_name) values (:run, :name, 'anna@contoso.example')
                """).param("run", RUN).param("name", name).update();
    }
}
