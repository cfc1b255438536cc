package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.stream.Stream;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;
import org.jspecify.annotations.Nullable;

/** Picks a person or a team, found while typing: those who are known here, and whoever is in Entra. Empty: nobody. */
class AssigneeField extends ComboBox<AssigneeChoice> {

    private static final String HELP =
            "A person, a team or an Entra group. Type two letters to search in Entra. Empty: nobody yet.";

    private final transient AssigneeService assignees;

    AssigneeField(AssigneeService assignees) {
        super("Assigned to");
        this.assignees = assignees;
        setClearButtonVisible(true);
        setPlaceholder("nobody");
        setHelperText(HELP);
        setItemLabelGenerator(AssigneeField::words);
        setWidthFull();
        setItems(query -> {
            int from = query.getOffset();
            int most = query.getLimit();
            return found(query.getFilter().orElse("")).skip(from).limit(most);
        });
    }

    private Stream<AssigneeChoice> found(String typed) {
        AssigneeService.Choices choices = assignees.find(typed);
        setHelperText(choices.problem().isEmpty() ? HELP : choices.problem());
        return choices.all().stream();
    }

    void show(@Nullable Assignee assignee) {
        setValue(assignee == null ? null : AssigneeChoice.of(assignee));
    }

    /**
     * Returns who was picked; null for nobody. A group is read here, which takes its time.
     *
     * @throws org.deviceoffboarding.task.TaskRefusedException if it cannot be
     */
    @Nullable
    Assignee picked() {
        AssigneeChoice choice = getValue();
        return choice == null ? null : assignees.chosen(choice);
    }

    /** Returns whether it holds this one. */
    boolean holds(@Nullable Assignee assignee) {
        AssigneeChoice choice = getValue();
        return assignee == null ? choice == null : AssigneeChoice.of(assignee).equals(choice);
    }

    static String words(AssigneeChoice choice) {
        return choice.hint().isEmpty() || choice.hint().equals(choice.name())
                ? choice.name()
                : choice.name() + " · " + choice.hint();
    }
}
