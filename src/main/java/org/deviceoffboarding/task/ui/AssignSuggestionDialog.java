package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionRefusedException;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.AssigneeField;

/** Says whose a suggestion is, with or without a task. */
class AssignSuggestionDialog extends TaskDialog {

    private final AssigneeField assignee;
    private final transient Suggestion seen;
    private final transient SuggestionService suggestions;
    private final transient Runnable done;

    AssignSuggestionDialog(Suggestion seen, SuggestionService suggestions, AssigneeService assignees, Runnable done) {
        super("Assign “" + seen.title() + "”", "Assign");
        this.seen = seen;
        this.suggestions = suggestions;
        this.done = done;
        this.assignee = new AssigneeField(assignees);
        assignee.show(seen.assignee());
        fields().with(TaskRefusedException.ASSIGNEE, assignee);
        fill(
                new Paragraph(
                        "It is shown beside the suggestion, until the next run begins anew. What should outlive runs is a task."),
                assignee);
    }

    @Override
    void act() {
        Assignee to = assignee.picked();
        try {
            suggestions.assign(seen, to);
        } catch (SuggestionRefusedException e) {
            throw new TaskRefusedException(String.valueOf(e.getMessage()));
        }
        close();
        Notices.info("Assigned to " + AssigneeField.name(to));
        done.run();
    }
}
