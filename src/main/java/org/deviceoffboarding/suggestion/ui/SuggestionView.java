package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.ui.ResultNews;
import org.deviceoffboarding.inventory.InventoryReplaced;
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

    /** Nothing can be done with what a newer run replaced, so that is among it. */
    private static final List<Class<? extends PageNews>> CHANGING = List.of(
            DeviceNews.class,
            SuggestionNews.class,
            SuggestionsChanged.class,
            InventoryReplaced.class,
            JudgingChanged.class);

    private final transient SuggestionService suggestions;
    private final transient List<SuggestionSection> sections;
    private final transient SuggestionTop top;
    private final transient DevicesOfSuggestion devices;
    private final transient CurrentActor currentActor;
    private final transient TextKeeping texts;
    private final transient Clock clock;
    private final Div head = stacked();
    private final Div reasons = stacked();
    private final Div facts = new Div();
    private final transient ResultNews resultNews;
    private transient @Nullable Suggestion shown;
    private @Nullable TableState table;
    private String title = "Suggestion";

    SuggestionView(
            SuggestionService suggestions,
            List<SuggestionSection> sections,
            SuggestionTop top,
            DevicesOfSuggestion devices,
            OpenPages openPages,
            ResultNews resultNews,
            CurrentActor currentActor,
            TextKeeping texts,
            Clock clock) {
        this.suggestions = suggestions;
        this.currentActor = currentActor;
        this.sections = sections;
        this.top = top;
        this.devices = devices;
        this.resultNews = resultNews;
        this.texts = texts;
        this.clock = clock;
        getContent().addClassName("page-content");
        openPages.follow(getContent(), ResultForgotten.class, this::showAgain);
        openPages.follow(getContent(), CHANGING, this::refresh);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        table = TableState.entering(event);
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
        shown = null;
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
        getContent()
                .add(
                        new Breadcrumb(SuggestionLink.PATH, "Suggestions"),
                        head,
                        why,
                        devices.of(suggestion, Objects.requireNonNull(table)),
                        below);
    }

    /** What changes with every device that something is done to, and with every step. */
    private void showHead(SuggestionDetails details) {
        boolean manageable = details.current() && currentActor.may(Capability.WORK_SUGGESTIONS);
        top.show(head, details, manageable, () -> manage(details));
        reasons.removeAll();
        reasons.add(
                top.figures(details),
                new Section("Summary", new Paragraph(details.suggestion().summary())),
                new FactorsSection(details.factors()));
        facts.removeAll();
        facts.add(new DetailsSection(details, clock.instant()));
    }

    private void refresh() {
        Optional.ofNullable(shown).map(Suggestion::id).flatMap(suggestions::get).ifPresent(this::showHead);
    }

    /** What it showed may be kept no longer. */
    private void showAgain() {
        Optional.ofNullable(shown)
                .map(Suggestion::id)
                .filter(id -> suggestions.get(id).isEmpty())
                .ifPresent(this::show);
    }

    private static Div stacked() {
        Div stack = new Div();
        stack.addClassName("stack");
        return stack;
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

    private void showNothing() {
        getContent()
                .add(
                        new Breadcrumb(SuggestionLink.PATH, "Suggestions"),
                        EmptyState.ofPage(
                                "There is no such suggestion",
                                "Suggestions of earlier runs are kept for a time only, and go when the agent is removed. The list shows what the"
                                        + " newest run suggests.",
                                SuggestionLink.toAll("All suggestions")));
    }
}
