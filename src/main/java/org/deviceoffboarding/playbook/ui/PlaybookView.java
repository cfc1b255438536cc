package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.playbook.checklist.PlaybookUseService;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.PlaybookState;
import org.deviceoffboarding.playbook.definition.PlaybookVersion;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.jspecify.annotations.Nullable;

/** One playbook, to be changed. */
@Route(PlaybookUiConfiguration.PATH)
@May(Capability.CHANGE_PLAYBOOKS)
class PlaybookView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient PlaybookService playbooks;
    private final transient PlaybookUseService uses;
    private final transient SettingsTabs tabs;
    private final transient TextKeeping texts;
    private final transient Clock clock;
    private transient @Nullable PlaybookState shown;
    private final Div head = new Div();
    private final Div news = new Div();
    private @Nullable SettingHistory<PlaybookVersion> history;
    private @Nullable KeptTexts kept;
    private StepsEditor editor = new StepsEditor();

    PlaybookView(
            PlaybookService playbooks,
            PlaybookUseService uses,
            SettingsTabs tabs,
            TextKeeping texts,
            OpenPages openPages,
            Clock clock) {
        this.playbooks = playbooks;
        this.uses = uses;
        head.addClassName("stack");
        news.addClassName("stack");
        this.tabs = tabs;
        this.texts = texts;
        this.clock = clock;
        getContent().addClassName("page-content");
        openPages.follow(getContent(), SuggestionsChanged.class, this::follow);
    }

    @Override
    public void setParameter(BeforeEvent event, String path) {
        Playbook.Key.of(path).ifPresentOrElse(key -> show(playbooks.get(key)), this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "Playbook" : shown.playbook().title();
    }

    private void show(PlaybookState state) {
        shown = state;
        Playbook.Key key = state.playbook().key();
        news.removeAll();
        KeptTexts kept = texts.at("playbook:" + state.playbook().key().path());
        editor = new StepsEditor(state.playbook().steps(), kept);
        history = new SettingHistory<>(
                "History of this playbook",
                page -> playbooks.history(key, page),
                () -> playbooks.inForce(key),
                this::goBack,
                clock);
        showHead(state, kept);
        getContent().removeAll();
        getContent()
                .add(
                        tabs.on(PlaybookUiConfiguration.PATH),
                        new Breadcrumb(PlaybookUiConfiguration.PATH, "Playbooks"),
                        head,
                        new Paragraph(state.playbook().applies() + "."),
                        news,
                        new PlaybookUseSection(uses.of(key)),
                        new Section(
                                "Steps",
                                new Paragraph(
                                        "Steps can change places as long as what can still be saved or undone comes"
                                                + " before what cannot. Ticks that people made stay with their steps."),
                                kept,
                                editor),
                        history);
    }

    private void showHead(PlaybookState state, KeptTexts kept) {
        Button reset = new Button("Back to the default…", event -> confirmReset(state, kept));
        reset.setVisible(state.changed());
        Button preview = new Button("Preview", event -> preview(state));
        Button save = new Button("Save", event -> save(state, kept));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        head.removeAll();
        head.add(new PageHeader(state.playbook().title())
                .withState(PlaybooksView.describe(state, clock))
                .withActions(reset, preview, save));
        this.kept = kept;
    }

    private void goBack(PlaybookVersion version) {
        editor.fill(version.steps());
        tell("The fields hold "
                + (version.version() == 0 ? "what the portal comes with" : "version " + version.version())
                + " now. Nothing is saved yet: look at it with Preview, then save it as any other change.");
    }

    private void tell(String sentence) {
        news.removeAll();
        news.add(Callout.attention(sentence).saidAs("status"));
    }

    /** What another owner saved shows at once: in all fields, or beside what is being written. */
    private void follow() {
        PlaybookState before = shown;
        if (before == null) {
            return;
        }
        PlaybookState theirs = playbooks.get(before.playbook().key());
        if (theirs.version() == before.version()) {
            return;
        }
        if (editor.isChanged() || kept == null) {
            takeOver(before, theirs);
        } else {
            show(theirs);
        }
    }

    /** Steps that only they changed are as they saved them from now on; where both did, neither counts before it is said which is to. */
    private void takeOver(PlaybookState before, PlaybookState theirs) {
        List<String> both = editor.takeOver(theirs.playbook().steps());
        shown = theirs;
        if (kept != null) {
            showHead(theirs, kept);
        }
        if (history != null) {
            history.refresh();
        }
        tell((theirs.changedBy() == null ? "Somebody" : PersonDisplay.name(theirs.changedBy()))
                + " saved this playbook meanwhile: "
                + playbooks.difference(
                        before.playbook().steps(), theirs.playbook().steps())
                + " That is in the fields now; what you wrote stays as it is"
                + (both.isEmpty()
                        ? "."
                        : ", also where both of you changed something: " + String.join(", ", both) + "."));
        if (!both.isEmpty()) {
            news.add(
                    new Details(
                            "What they saved", new StepOutline(theirs.playbook().steps())),
                    new Button("Take theirs there", click -> answer(editor::takeTheirs)),
                    new Button("Keep mine there", click -> answer(editor::settle)));
        }
    }

    private void answer(Runnable which) {
        which.run();
        news.removeAll();
    }

    private void save(PlaybookState state, KeptTexts kept) {
        if (editor.isContested()) {
            Notices.problem("Nothing was saved: say first what is to stay where both of you changed something.");
            return;
        }
        try {
            PlaybookState changed = playbooks.change(state.playbook().key(), state.version(), editor.steps());
            kept.sent();
            show(changed);
            Notices.info("Saved. Checklists show it at once.");
        } catch (PlaybookRefusedException e) {
            say(e);
            follow();
        }
    }

    private void preview(PlaybookState state) {
        try {
            Playbook preview = playbooks.preview(state.playbook().key(), editor.steps());
            Dialog dialog = new Dialog("Preview: " + preview.title());
            dialog.setWidth("min(720px, 95vw)");
            Button close = new Button("Close", event -> dialog.close());
            dialog.add(new StepOutline(preview.steps()));
            dialog.getFooter().add(close);
            dialog.open();
        } catch (PlaybookRefusedException e) {
            say(e);
        }
    }

    private void say(PlaybookRefusedException refusal) {
        if (!editor.say(refusal)) {
            Notices.problem(refusal.sentence());
        }
    }

    private void confirmReset(PlaybookState state, KeptTexts kept) {
        new LossDialog(
                        "Put “" + state.playbook().title() + "” back to the default?",
                        "The words, links, order and requirements that "
                                + (state.changedBy() == null ? "an owner" : PersonDisplay.name(state.changedBy()))
                                + " saved here are no longer used, and what you have not saved yet is lost. The history keeps what was saved;"
                                + " ticks on suggestions stay.",
                        "Back to the default",
                        "Keep the changes",
                        () -> reset(state, kept))
                .open();
    }

    private void reset(PlaybookState state, KeptTexts kept) {
        try {
            PlaybookState reset = playbooks.reset(state.playbook().key(), state.version());
            kept.sent();
            show(reset);
            Notices.info("The playbook is the default again.");
        } catch (PlaybookRefusedException e) {
            Notices.problem(e.sentence());
            follow();
        }
    }

    private void showNothing() {
        shown = null;
        getContent().removeAll();
        getContent()
                .add(
                        tabs.on(PlaybookUiConfiguration.PATH),
                        new Breadcrumb(PlaybookUiConfiguration.PATH, "Playbooks"),
                        EmptyState.ofPage(
                                "There is no such playbook",
                                "The address may not be complete. Pick one from the list.",
                                new Anchor(PlaybookUiConfiguration.PATH, "All playbooks")));
    }
}
