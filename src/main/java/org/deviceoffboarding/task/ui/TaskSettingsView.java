package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.team.TaskSettingsService;
import org.deviceoffboarding.task.team.Team;
import org.deviceoffboarding.task.team.TeamService;
import org.jspecify.annotations.Nullable;

/** What owners set for tasks: teams, and where tickets are. */
@Route(TaskSettingsView.PATH)
@PageTitle("Tasks")
@May(Capability.CHANGE_TEAMS)
class TaskSettingsView extends Composite<Div> {

    static final String PATH = "settings/tasks";

    private final transient TeamService teams;
    private final transient AssigneeService assignees;
    private final transient TextKeeping texts;
    private final Div list = new Div();

    TaskSettingsView(
            TeamService teams,
            TaskSettingsService settings,
            AssigneeService assignees,
            SettingsTabs tabs,
            TextKeeping texts,
            OpenPages openPages) {
        this.teams = teams;
        this.assignees = assignees;
        this.texts = texts;
        Button define = new Button("Define team…", click -> open(null));
        Section teamSection = new Section(
                "Teams",
                new Paragraph(
                        "Tasks can be assigned to a person, to a team, or to a group of Entra ID, which needs no team."),
                list,
                define);
        Div columns = new Div(teamSection, new TicketAddressSection(settings, texts.at("ticket-address")));
        columns.addClassName("columns");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), new PageHeader("Tasks"), columns);
        openPages.follow(getContent(), TasksChanged.class, this::show);
        show();
    }

    private void show() {
        list.removeAll();
        List<Team> all = teams.all();
        if (all.isEmpty()) {
            list.add(new Paragraph("No team is defined."));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassNames("plain-list", "comments");
        all.forEach(team -> lines.add(line(team)));
        list.add(lines);
    }

    private ListItem line(Team team) {
        Span people = new Span(Amounts.count(team.members().size(), "person", "people") + ": "
                + team.members().stream().map(Assignee::name).collect(Collectors.joining(", ")));
        people.addClassName("dim");
        Button change = small("Change…", "Change the team " + team.name(), () -> open(team));
        Button remove = small("Remove…", "Remove the team " + team.name(), () -> askToRemove(team));
        Div head = new Div(new Span(team.name()), change, remove);
        head.addClassName("pills");
        return new ListItem(head, people);
    }

    private static Button small(String words, String label, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private void open(@Nullable Team team) {
        new TeamDialog(team, teams, assignees, texts.at(team == null ? "team" : "team:" + team.id()), this::show)
                .open();
    }

    private void askToRemove(Team team) {
        new LossDialog(
                        "Remove the team “" + team.name() + "”?",
                        "Nothing more can be assigned to it. Tasks that it has stay its own until somebody hands them over.",
                        "Remove team",
                        "Keep it",
                        () -> remove(team))
                .open();
    }

    private void remove(Team team) {
        try {
            teams.remove(team);
        } catch (TaskRefusedException e) {
            Notices.problem(e.reason());
        }
        show();
    }
}
