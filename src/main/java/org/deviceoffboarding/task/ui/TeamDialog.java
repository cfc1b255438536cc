package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.team.Team;
import org.deviceoffboarding.task.team.TeamService;
import org.deviceoffboarding.task.ui.people.PeopleField;
import org.jspecify.annotations.Nullable;

/** Puts people together as a team. */
class TeamDialog extends TaskDialog {

    private final TextField name = new TextField("Name");
    private final PeopleField people;
    private final KeptTexts kept;
    private final transient @Nullable Team team;
    private final transient TeamService teams;
    private final transient Runnable done;

    /** @param team null for a new one */
    TeamDialog(@Nullable Team team, TeamService teams, AssigneeService assignees, KeptTexts kept, Runnable done) {
        super(team == null ? "Define a team" : "Change the team “" + team.name() + "”", "Save");
        this.team = team;
        this.teams = teams;
        this.kept = kept;
        this.done = done;
        people = new PeopleField("People", assignees);
        name.setMaxLength(Team.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        if (team != null) {
            name.setValue(team.name());
            people.show(team.members());
        }
        kept.keep("name", name);
        fields().with(TaskRefusedException.NAME, name).with(TaskRefusedException.ASSIGNEE, people);
        fill(kept, name, people);
    }

    @Override
    void act() {
        List<Assignee> picked = people.picked();
        if (team == null) {
            teams.define(name.getValue(), picked);
        } else {
            teams.change(team, name.getValue(), picked);
        }
        kept.sent();
        close();
        Notices.info("Team saved");
        done.run();
    }
}
