package org.deviceoffboarding.task.ui.people;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;

/** Picks people, found while typing. A name that was typed and not picked is an error, which is said before anything is done without them. */
public class PeopleField extends MultiSelectComboBox<AssigneeChoice> {

    private final transient AssigneeService assignees;
    private String unknown = "";

    /** @param assignees finds whom it offers: people who may work on tasks first */
    public PeopleField(String label, AssigneeService assignees) {
        this(label, assignees, assignees::find);
    }

    /** @param offered who is offered for what was typed */
    public PeopleField(String label, AssigneeService assignees, Function<String, AssigneeService.Choices> offered) {
        super(label);
        this.assignees = assignees;
        setItemLabelGenerator(AssigneeField::words);
        setWidthFull();
        setManualValidation(true); // it knows better what is wrong
        addCustomValueSetListener(typed -> typedOnly(typed.getDetail()));
        addValueChangeListener(picked -> forgetTyped());
        setItems(query -> {
            int from = query.getOffset();
            int most = query.getLimit();
            return offered.apply(query.getFilter().orElse("")).all().stream()
                    .filter(choice -> choice.kind() == AssigneeChoice.Kind.PERSON)
                    .skip(from)
                    .limit(most);
        });
    }

    /** Shows who is picked already. */
    public void show(Collection<Assignee> people) {
        setValue(people.stream().map(AssigneeChoice::of).collect(Collectors.toSet()));
    }

    private void typedOnly(String typed) {
        unknown = TextLimits.shorten(typed.strip(), TextLimits.SEARCH);
        setErrorMessage(problem());
        setInvalid(!unknown.isEmpty());
    }

    private void forgetTyped() {
        unknown = "";
        setInvalid(false);
    }

    private String problem() {
        return "“" + unknown + "” was typed, and nobody picked. Choose one of the list, or go on without.";
    }

    /**
     * Returns who was picked.
     *
     * @throws TaskRefusedException if a name was typed and nobody picked: once, since the field no longer shows it
     */
    public List<Assignee> picked() {
        if (!unknown.isEmpty()) {
            String problem = problem();
            unknown = "";
            throw new TaskRefusedException(problem, TaskRefusedException.ASSIGNEE);
        }
        setInvalid(false);
        return getSelectedItems().stream().map(assignees::chosen).toList();
    }
}
