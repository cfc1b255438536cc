package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;

/** Picks people, found while typing. */
class PeopleField extends MultiSelectComboBox<AssigneeChoice> {

    private final transient AssigneeService assignees;

    PeopleField(String label, AssigneeService assignees) {
        super(label);
        this.assignees = assignees;
        setItemLabelGenerator(AssigneeField::words);
        setWidthFull();
        setItems(query -> {
            int from = query.getOffset();
            int most = query.getLimit();
            return assignees.find(query.getFilter().orElse("")).all().stream()
                    .filter(choice -> choice.kind() == AssigneeChoice.Kind.PERSON)
                    .skip(from)
                    .limit(most);
        });
    }

    void show(Collection<Assignee> people) {
        setValue(people.stream().map(AssigneeChoice::of).collect(Collectors.toSet()));
    }

    List<Assignee> picked() {
        return getSelectedItems().stream().map(assignees::chosen).toList();
    }
}
