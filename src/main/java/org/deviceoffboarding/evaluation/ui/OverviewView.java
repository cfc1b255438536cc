package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.evaluation.RunAlreadyActiveException;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.rules.RulesService;

/** Where the tenant stands: numbers, the run that goes on, what to do next, what happened. */
@Route("")
@PageTitle("Overview")
@Menu(order = 10, title = "Overview", icon = "vaadin:dashboard")
@RolesAllowed(Roles.READER)
class OverviewView extends Composite<Div> {

    private final transient RunService runs;
    private final transient RulesService rules;
    private final transient CurrentActor currentActor;
    private final transient List<OverviewTiles> tiles;
    private final transient List<OverviewSection> sections;
    private final Div content = new Div();

    OverviewView(
            RunService runs,
            RulesService rules,
            LatestRun latestRun,
            CurrentActor currentActor,
            List<OverviewTiles> tiles,
            List<OverviewSection> sections) {
        this.runs = runs;
        this.rules = rules;
        this.currentActor = currentActor;
        this.tiles = tiles;
        this.sections = sections;
        Signal<RunState> run = latestRun.followedBy(getContent());
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(header(run), new RunPanel(run), content);
        Signal<Boolean> active = run.map(RunState::active);
        Signal.effect(getContent(), () -> {
            active.get(); // what is shown changes when a run starts and when it ends
            refresh();
        });
    }

    private PageHeader header(Signal<RunState> run) {
        Button refresh = new Button("Refresh", click -> refresh());
        PageHeader header = new PageHeader("Device Offboarding Agent").withActions(refresh);
        if (currentActor.hasRole(Roles.OPERATOR)) {
            Button start = new Button("Run", click -> confirmRun());
            start.addThemeVariants(ButtonVariant.PRIMARY);
            start.bindEnabled(run.map(state -> !state.active()));
            header.withActions(start);
        }
        return header;
    }

    private void refresh() {
        Div numbers = new Div();
        numbers.addClassName("tiles");
        tiles.forEach(feature -> feature.create().forEach(numbers::add));
        content.removeAll();
        content.add(numbers);
        sections.forEach(section -> content.add(section.create()));
    }

    private void confirmRun() {
        new RunDialog(runs.latestCompleted(), rules.current().keepProgress(), this::startRun).open();
    }

    private void startRun() {
        try {
            runs.start(currentActor.get());
        } catch (RunAlreadyActiveException | AgentMissingException | RunRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
