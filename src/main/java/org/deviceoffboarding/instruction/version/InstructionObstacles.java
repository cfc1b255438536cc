package org.deviceoffboarding.instruction.version;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.lookup.Named;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What stands in the way of a run among the saved instructions: a group was there when they were saved, and may be gone. */
@Component
@Order(50)
class InstructionObstacles implements RunObstacles {

    private final InstructionRepository instructions;
    private final InstructionLookups lookups;

    InstructionObstacles(InstructionRepository instructions, InstructionLookups lookups) {
        this.instructions = instructions;
        this.lookups = lookups;
    }

    @Override
    public List<Obstacle> find() {
        List<Instruction> naming = InstructionText.parse(instructions.newest().text()).instructions().stream()
                .filter(instruction -> !instruction.groups().isEmpty()) // nothing else can fail a run
                .toList();
        List<List<Named>> found = lookups.of(naming, () -> false);
        List<Obstacle> obstacles = new ArrayList<>();
        for (int index = 0; index < naming.size(); index++) {
            String title = naming.get(index).title();
            found.get(index).forEach(named -> add(obstacles, title, named));
        }
        return obstacles;
    }

    private static void add(List<Obstacle> obstacles, String title, Named named) {
        switch (named.state()) {
            case UNREADABLE ->
                obstacles.add(new Obstacle(
                        true,
                        "The next run would fail by the custom instruction “" + title + "”. " + named.sentences()
                                + " An owner can do so under Settings, Instructions."));
            case UNANSWERED ->
                obstacles.add(new Obstacle(
                        false,
                        "Whether a run can go by the custom instruction “" + title + "” is not known. "
                                + named.sentences() + " The run looks itself."));
            default -> {} // a run goes by it
        }
    }
}
