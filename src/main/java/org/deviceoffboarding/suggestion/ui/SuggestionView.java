package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.ui.ResultNews;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.DeviceNotes;
import org.deviceoffboarding.inventory.ui.NotedDevices;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionNews;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.jspecify.annotations.Nullable;

/** One suggestion: summary, factors, details, and its devices with the evidence for each. */
@Route(SuggestionLink.PATH)
@May(Capability.READ)
class SuggestionView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle, ResultPage {

    private final transient SuggestionService suggestions;
    private final transient List<SuggestionSection> sections;
    private final transient List<SuggestionFigure> figures;
    private final transient CurrentActor currentActor;
    private final transient List<DeviceBulkAction> actions;
    private final transient DeviceKeyService keys;
    private final transient List<DeviceNotes> notes;
    private final transient DoneWords doneWords;
    private final transient OpenPages openPages;
    private final transient TextKeeping texts;
    private final transient Lists lists;
    private final transient Clock clock;
    private final Div head = stacked();
    private final Div reasons = stacked();
    private final Div facts = new Div();
    private final transient ResultNews resultNews;
    private transient @Nullable Suggestion shown;
    private String title = "Suggestion";

    SuggestionView(
            SuggestionService suggestions,
            List<SuggestionSection> sections,
            List<SuggestionFigure> figures,
            List<DeviceBulkAction> actions,
            DeviceKeyService keys,
            List<DeviceNotes> notes,
            DoneWords doneWords,
            OpenPages openPages,
            ResultNews resultNews,
            CurrentActor currentActor,
            TextKeeping texts,
            Lists lists,
            Clock clock) {
        this.suggestions = suggestions;
        this.currentActor = currentActor;
        this.sections = sections;
        this.figures = figures;
        this.actions = actions;
        this.keys = keys;
        this.notes = notes;
        this.doneWords = doneWords;
        this.openPages = openPages;
        this.resultNews = resultNews;
        this.texts = texts;
        this.lists = lists;
        this.clock = clock;
        getContent().addClassName("page-content");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(id);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public boolean shows(long runId) {
        return shown != null && shown.runId() == runId;
    }

    @Override
    public Optional<Anchor> newest() {
        return Optional.ofNullable(shown).map(suggestion -> SuggestionLink.toNewest(suggestion, suggestions));
    }

    private void show(long id) {
        getContent().removeAll();
        suggestions.get(id).ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        title = suggestion.title();
        shown = suggestion;
        showHead(details);
        Div why = new Div(reasons);
        Div below = new Div();
        Div leading = stacked();
        sections.forEach(section -> section.create(suggestion).ifPresent(section.leads() ? leading::add : below::add));
        why.add(leading);
        why.addClassName("suggestion-why");
        below.add(facts);
        below.addClassName("columns");
        getContent().add(new Breadcrumb(SuggestionLink.PATH, "Suggestions"), head, why, devices(suggestion), below);
    }

    /** What changes with every device that something is done to, and with every step. */
    private void showHead(SuggestionDetails details) {
        Div tiles = new Div();
        tiles.addClassName("tiles");
        figures.forEach(figure -> tiles.add(figure.create(details)));
        head.removeAll();
        head.add(header(details), new SuggestionHistory(details, suggestions), tiles);
        reasons.removeAll();
        reasons.add(
                new Section("Summary", new Paragraph(details.suggestion().summary())),
                new FactorsSection(details.factors()));
        facts.removeAll();
        facts.add(new Section("Details", facts(details)));
    }

    private static Div stacked() {
        Div stack = new Div();
        stack.addClassName("stack");
        return stack;
    }

    private SuggestedDevices devices(Suggestion suggestion) {
        SuggestedDevices devices = new SuggestedDevices(
                suggestion,
                suggestions,
                actions,
                new SuggestedKeys(keys),
                new NotedDevices<>(notes, Finding::objectId),
                lists,
                clock);
        openPages.follow(devices, DeviceNews.class, () -> {
            suggestions.get(suggestion.id()).ifPresent(this::showHead);
            devices.refresh();
        });
        Runnable showHead = () -> suggestions.get(suggestion.id()).ifPresent(this::showHead);
        openPages.follow(devices, SuggestionNews.class, showHead);
        openPages.follow(devices, SuggestionsChanged.class, showHead);
        openPages.follow(
                devices, InventoryReplaced.class, showHead); // nothing can be done with what a newer run replaced
        openPages.follow(devices, JudgingChanged.class, showHead);
        return devices;
    }

    private PageHeader header(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        PageHeader header = new PageHeader(title).withState(SuggestionLines.status(suggestion.status()));
        String done = doneWords.of(suggestion);
        if (!done.isEmpty()) {
            header.withState(Pill.good(done));
        }
        if (details.current() && currentActor.may(Capability.WORK_SUGGESTIONS)) {
            header.withActions(new Button("Manage suggestion", click -> manage(details)));
        }
        return header;
    }

    private void manage(SuggestionDetails details) {
        KeptTexts kept = texts.at("suggestion:" + details.suggestion().sort());
        new ManageDialog(details, suggestions, resultNews, kept, this::managed).open();
    }

    private void managed(long id) {
        if (shown != null && shown.id() == id) {
            show(id);
        } else {
            UI.getCurrent().navigate(SuggestionView.class, id);
        }
    }

    private Facts facts(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        return new Facts()
                .with("Devices", String.valueOf(suggestion.devices()))
                .with("Situation", suggestion.situation().label())
                .with("Platform", suggestion.platform().label())
                .with("Ownership", suggestion.ownership().label())
                .with("Kind", suggestion.group().label())
                .with("Status", suggestion.status().label())
                .with("Assigned to", suggestion.assignee() == null ? "nobody" : suggestion.assignee())
                .with("Note", details.note())
                .with("Managed by", details.managedBy() == null ? "nobody yet" : details.managedBy())
                .with("Updated", TimeDisplay.span(suggestion.updatedAt(), clock.instant()))
                .with("Run", String.valueOf(suggestion.runId()));
    }

    private void showNothing() {
        getContent()
                .add(
                        new Breadcrumb(SuggestionLink.PATH, "Suggestions"),
                        new EmptyState(
                                "There is no such suggestion",
                                "A newer run may have replaced it. The list shows what the newest run suggests.",
                                SuggestionLink.toAll("All suggestions")));
    }
}
