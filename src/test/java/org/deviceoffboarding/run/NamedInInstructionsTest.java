package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.lookup.Named;
import org.deviceoffboarding.instruction.lookup.Named.State;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionsUnreadableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What instructions name is looked up in the demo tenant, over real HTTP. */
@DemoPortal
class NamedInInstructionsTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private InstructionLookups lookups;

    @Autowired
    private InstructionService instructions;

    @Autowired
    private List<RunObstacles> obstacles;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
    }

    @AfterEach
    void removeInstructions() {
        portal.startAfresh();
        save("");
    }

    @Test
    void theSampleInTheDocumentationNamesOnlyWhatTheDemoTenantHas() throws IOException {
        String documentation = Files.readString(Path.of("src/docs/instructions.md"));
        String sample = documentation.split("```")[1].strip();

        assertThat(InstructionText.parse(sample).understood()).isTrue();
        assertThat(look(sample)).isNotEmpty().extracting(Named::state).containsOnly(State.FOUND);
    }

    @Test
    void whatIsNotThereIsToldFromWhatIs() {
        DemoEntraDevice device = portal.device(each -> each.owner() != null);

        assertThat(look("Exclude devices in group \"Executives\""))
                .singleElement()
                .satisfies(named -> assertThat(named.sentences()).contains("no group named 'Executives'"));
        assertThat(look("Exclude devices owned by "
                        + Objects.requireNonNull(device.owner()).userPrincipalName()))
                .extracting(Named::state)
                .containsExactly(State.FOUND);
        assertThat(look("Exclude devices owned by nobody@contoso.example"))
                .extracting(Named::state)
                .containsExactly(State.KNOWN_NOWHERE);
        assertThat(look("Exclude devices with IDs " + device.id() + ", " + device.deviceId()))
                .extracting(Named::state)
                .containsExactly(State.FOUND);
        assertThat(look("Exclude devices with IDs " + device.id() + ", 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f"))
                .extracting(Named::state)
                .containsExactly(State.KNOWN_NOWHERE);
    }

    @Test
    void aGroupThatIsDeletedAfterSavingStandsInTheWayOfTheNextRunUntilItIsBack() {
        save("Exclude devices in group \"Executive devices\"");
        assertThat(obstacles()).isEmpty();

        portal.strike(Fault.of(Fault.Kind.GONE, "/groups*", -1));

        assertThat(obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.certain()).isTrue();
            assertThat(obstacle.sentences()).contains("would fail", "no group named 'Executive devices'");
        });
        assertThatExceptionOfType(InstructionsUnreadableException.class)
                .isThrownBy(() -> save("Exclude Windows devices in group \"Executive devices\""));
        portal.startAfresh();
        assertThat(obstacles()).isEmpty();
    }

    @Test
    void whereGraphGivesNoClearAnswerItIsSavedAndSaid() {
        portal.strike(Fault.of(Fault.Kind.STATUS, "/groups*", -1).withStatus(403));

        save("Exclude devices in group \"Executive devices\"");

        assertThat(obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.certain()).isFalse());
    }

    private List<Named> look(String text) {
        return lookups.of(InstructionText.parse(text).instructions(), () -> false).stream()
                .flatMap(List::stream)
                .toList();
    }

    private void save(String text) {
        As.person(DemoRuns.OPERATOR, () -> instructions.save(instructions.current(), text));
    }

    private List<Obstacle> obstacles() {
        return obstacles.stream().flatMap(source -> source.find().stream()).toList();
    }
}
