package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.removal.AgentRemovalService;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentVisit;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.agent.setup.ReadinessService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.proof.ProofService;
import org.jspecify.annotations.Nullable;

/** Sets the agent up, or shows it, renews its identity or gives it another, and removes it. */
@Route(SettingsView.PATH)
@PageTitle("Settings")
@Menu(order = 90, title = "Settings", icon = "vaadin:cog-o")
@May(Capability.SET_UP_AGENT)
class SettingsView extends Composite<Div> {

    static final String PATH = "settings";

    /** Goes before what to do where the old key is lost. */
    static final String UNREADABLE =
            "What the portal keeps of the agent's sign-in can't be read, so it cannot run: PORTAL_SECRET_KEY"
                    + " is not the key that it was stored with, or it was changed in the database. Start the portal with the key it had"
                    + " before; or, if that is lost, renew the agent. ";

    private final transient AgentService agents;
    private final transient ReadinessService readiness;
    private final transient ProofService proof;
    private final transient OpenPages openPages;
    private final transient AgentRemovalService removals;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Div shown = new Div();
    private final transient Optional<Component> outcome;
    private final transient Optional<String> outcomeFor;
    private @Nullable PageHeader header;
    private transient List<Object> headerStands = List.of();

    SettingsView(
            AgentService agents,
            ReadinessService readiness,
            ProofService proof,
            AgentRemovalService removals,
            SettingsTabs tabs,
            OpenPages openPages,
            CurrentActor currentActor,
            Clock clock) {
        this.agents = agents;
        this.readiness = readiness;
        this.proof = proof;
        this.removals = removals;
        this.openPages = openPages;
        this.currentActor = currentActor;
        this.clock = clock;
        getContent().addClassName("page-content");
        shown.addClassName("page-content");
        getContent().add(tabs.on(PATH), shown);
        outcome = takeOutcome();
        outcomeFor = identity();
        show();
        openPages.follow(shown, AgentChanged.class, this::show);
    }

    private void show() {
        shown.removeAll();
        agents.find().ifPresentOrElse(this::showAgent, this::showSetUp);
    }

    private Optional<String> identity() {
        return agents.find().map(Agent::identityId);
    }

    /** What came of going to the tenant is no longer so once somebody removed the agent, or gave it another identity. */
    private void showOutcome() {
        outcome.filter(told -> outcomeFor.equals(identity())).ifPresent(shown::add);
    }

    private void showSetUp() {
        shown.add(new PageHeader("Set up agent")
                .withState(Pill.neutral("Not set up"))
                .withActions(
                        new Button("Run as the application…", click -> chooseApplication()),
                        new ConsentButton("Start agent", AgentWish.SET_UP, currentActor)));
        showOutcome();
        removals.latest()
                .ifPresent(removal -> shown.add(Callout.attention(
                        "%s removed the agent, which ran as %s, %s, with what it had read and found. No agent is set up now.%s"
                                .formatted(
                                        removal.by().name(),
                                        removal.identityName(),
                                        TimeDisplay.day(removal.at()),
                                        removal.clearedAt() == null
                                                ? " That is still being deleted; it can be set up again in a minute."
                                                : ""))));
        shown.add(new Section(
                "What it does",
                text(
                        "The agent reads devices from Microsoft Entra ID and Microsoft Intune and says which ones left Intune but still"
                                + " exist in Entra. It reads only: nothing in your tenant is changed.")));
        shown.add(new Section("What it needs", new Readiness(readiness.lines(), false), text(SetUpStep.IDENTITY)));
        shown.add(
                new Section(
                        "What happens next",
                        text(
                                "After your consent the portal checks each permission, starts the agent, and begins its first run at once.")));
        shown.add(new ProofSection(proof, openPages, clock));
    }

    private void showAgent(Agent agent) {
        shown.add(header(agent));
        showOutcome();
        if (!agent.readable()) {
            shown.add(notice(UNREADABLE.strip()));
        }
        shown.add(new AgentRefusalSection(agents, proof, openPages, clock));
        shown.add(new Section("Identity", facts(agent)));
        shown.add(new ProofSection(proof, openPages, clock));
        shown.add(new Section("Readiness", new ReadinessPanel(readiness, openPages, clock)));
    }

    /** Stays as it is where nothing of it changed: others' news come as somebody is about to click. */
    private PageHeader header(Agent agent) {
        Badge state = state(agent);
        boolean due =
                !agent.usable(clock.instant()) || !agents.lacking().isEmpty() || agent.expiresSoon(clock.instant());
        List<Object> stands =
                List.of(state.getText(), due, agent.isApplication(), currentActor.may(Capability.REMOVE_AGENT));
        if (header == null || !headerStands.equals(stands)) {
            header = new PageHeader("Agent").withState(state).withActions(actions(agent, due));
            headerStands = stands;
        }
        return header;
    }

    private Button[] actions(Agent agent, boolean due) {
        Button renew = new Button("Renew identity…", click -> renew());
        if (due) {
            renew.addThemeVariants(ButtonVariant.PRIMARY);
        }
        renew.setVisible(!agent.isApplication()); // there is nothing to renew
        Button choose = new Button("Choose another identity…", click -> choose());
        Button remove = new Button("Remove agent…", click -> remove());
        remove.addThemeVariants(ButtonVariant.ERROR);
        remove.setVisible(currentActor.may(Capability.REMOVE_AGENT));
        return new Button[] {remove, choose, renew};
    }

    private void renew() {
        agents.find()
                .ifPresent(agent ->
                        new RenewDialog(agent, agents.lacking(), clock.instant(), currentActor, this::choose).open());
    }

    private void choose() {
        agents.find()
                .ifPresent(agent -> new ChooseDialog(
                                agent, agents.readAsOne(), agents.awaitsRun(), currentActor, this::chooseApplication)
                        .open());
    }

    private void chooseApplication() {
        new ApplicationDialog(agents, readiness, proof, this::show).open();
    }

    private void remove() {
        new RemoveAgentDialog(
                        removals,
                        () -> Notices.info(
                                "The agent is removed. What it had read and found is shown no more, and is deleted now."))
                .open();
    }

    private Badge state(Agent agent) {
        if (!agent.readable()) {
            return Pill.bad("Identity can't be read");
        }
        if (agent.refusal() != null) {
            return Pill.bad(agent.refusal().refusal().reason().label());
        }
        return agent.usable(clock.instant()) ? Pill.good("Set up") : Pill.bad("Identity expired");
    }

    private Facts facts(Agent agent) {
        return new Facts()
                .with("Runs as", identity(agent))
                .with("Tenant", agent.tenantName())
                .with("Expires", expiry(agent))
                .with("Last run with it", TimeDisplay.span(agent.usedAt(), clock.instant()))
                .with("Last used", TimeDisplay.span(agent.tokenObtainedAt(), clock.instant()))
                .with("Set up", TimeDisplay.span(agent.setUpAt(), clock.instant()))
                .with("Set up by", PersonDisplay.of(agent.setUpBy()))
                .with("Renewed", TimeDisplay.span(agent.renewedAt(), clock.instant()));
    }

    private String expiry(Agent agent) {
        if (agent.isApplication()) {
            return "never, as long as the portal can prove itself and the permissions are granted";
        }
        if (agent.expired()) {
            return "expired: the tenant no longer accepts it";
        }
        return TimeDisplay.day(agent.expiresAt())
                + (agent.usable(clock.instant()) ? ", unless it runs before" : ": no run used it in time");
    }

    private static Component identity(Agent agent) {
        return agent.isApplication()
                ? new Span(agent.identityName() + ", which is no person (client ID " + agent.identityId() + ")")
                : PersonDisplay.of(new Actor(agent.identityId(), agent.identityName()));
    }

    /** What came of going to the tenant, told once. */
    private Optional<Component> takeOutcome() {
        return new AgentVisit(
                        VaadinServletRequest.getCurrent()
                                .getHttpServletRequest()
                                .getSession(),
                        currentActor)
                .takeOutcome()
                .map(this::told);
    }

    private Component told(AgentVisit.Outcome outcome) {
        if (outcome.worked()) {
            return Callout.attention(outcome.sentences()).saidAs("status");
        }
        Div notice = notice(outcome.sentences());
        if (outcome.offersChoice()) {
            notice.add(new Button("Choose another identity…", click -> choose()));
        }
        return notice;
    }

    private static Div notice(String sentence) {
        Div notice = new Div(new Paragraph(sentence));
        notice.addClassNames("notice", "notice-bad");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private static Paragraph text(String text) {
        return new Paragraph(text);
    }
}
