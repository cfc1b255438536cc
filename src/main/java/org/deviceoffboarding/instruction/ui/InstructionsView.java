package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.effect.ui.EffectLines;
import org.deviceoffboarding.evaluation.effect.ui.EffectSection;
import org.deviceoffboarding.instruction.effect.InstructionEffect;
import org.deviceoffboarding.instruction.effect.InstructionEffectService;
import org.deviceoffboarding.instruction.effect.InstructionPreviews;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionVersion;
import org.deviceoffboarding.instruction.version.InstructionsNotUnderstoodException;
import org.deviceoffboarding.instruction.version.InstructionsUnreadableException;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.jspecify.annotations.Nullable;

/** The custom instructions: with how each sentence is understood while it is typed. */
@Route(InstructionsView.PATH)
@PageTitle("Instructions")
@May(Capability.CHANGE_INSTRUCTIONS)
class InstructionsView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "settings/instructions";

    /** The parameter of the address that holds a sentence which another page drafted: nothing is saved by opening it. */
    static final String DRAFTED = "add";

    private final transient InstructionService instructions;
    private final transient Clock clock;
    private final TextArea text = new TextArea("Custom instructions");
    private final KeptTexts kept;
    private final UnsavedChanges unsaved;
    private final Button save = new Button("Save", click -> save());
    private final Paragraph saved = new Paragraph();
    private final FormFields fields = new FormFields();
    private final UnderstoodSection understood;
    private final transient InstructionEffectService effects;
    private final EffectSection effect;
    private final Div news = new Div();
    private final SettingHistory<InstructionVersion> history;
    private transient InstructionVersion before;

    /** What somebody else saved while something else was typed, until the person says which of the two is to stay. */
    private transient @Nullable InstructionVersion theirs;

    InstructionsView(
            RunService runs,
            InstructionService instructions,
            InstructionPreviews previews,
            InstructionEffectService effects,
            InstructionLookups lookups,
            SettingsTabs tabs,
            TextKeeping texts,
            OpenPages openPages,
            Clock clock) {
        this.effect = new EffectSection(runs);
        this.instructions = instructions;
        this.effects = effects;
        this.clock = clock;
        kept = texts.at("instructions");
        before = instructions.current();
        understood = new UnderstoodSection(previews, lookups, this::replace);
        history = new SettingHistory<>("History", instructions::history, () -> newest().version(), this::goBack, clock);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        saved.addClassName("dim");
        unsaved = addText();
        Div columns = new Div(new Section("Instructions", kept, text, saved), understood);
        columns.addClassName("columns");
        getContent().addClassName("page-content");
        getContent()
                .add(
                        tabs.on(PATH),
                        new PageHeader("Custom instructions").withActions(save),
                        new Paragraph(
                                "Sentences that change what the next runs suggest. Each is understood as a whole or marked; a run"
                                        + " never goes by half of one. Exclusions win over “include only”."),
                        news,
                        columns,
                        effect,
                        new InstructionExamples(this::append),
                        history);
        news.addClassName("stack");
        show();
        openPages.follow(getContent(), List.of(JudgingChanged.class, InventoryReplaced.class), this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DRAFTED)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty() && !text.getValue().contains(sentence))
                .ifPresent(this::append);
    }

    /** What another owner saved shows at once, unless something is being typed: then it stands beside that. */
    private void follow() {
        InstructionVersion saved = instructions.current();
        if (saved.version() == newest().version()) {
            showEffect(InstructionText.parse(text.getValue()));
        } else if (isUnchanged() || isAsIn(saved)) {
            goOnFrom(saved);
            text.setValue(saved.text());
        } else {
            takeOver(saved);
        }
    }

    /** What was typed is kept, and not saved before the person has said whether it takes the place of what somebody else saved. */
    private void takeOver(InstructionVersion saved) {
        theirs = saved;
        String who = saved.savedBy() == null ? "Somebody else" : PersonDisplay.name(saved.savedBy());
        Callout theirs = Callout.attention(
                who
                        + " saved other instructions meanwhile. What you typed stays here, and can be saved once you have said which are to stay. Theirs are:");
        theirs.saidAs("status");
        news.removeAll();
        news.add(
                theirs,
                new LongText(saved.text().isEmpty() ? "(none)" : saved.text(), "instructions"),
                new Button("Take theirs instead", click -> {
                    goOnFrom(saved);
                    text.setValue(saved.text());
                }),
                new Button("Replace theirs with mine", click -> {
                    goOnFrom(saved);
                    news.add(Callout.attention("Saved, what you typed takes the place of version " + saved.version()
                                    + ", by " + who + ".")
                            .saidAs("status"));
                }));
        show();
    }

    /** Returns what is in force, as far as this page knows. */
    private InstructionVersion newest() {
        return theirs == null ? before : theirs;
    }

    private void goBack(InstructionVersion version) {
        text.setValue(version.text());
        if (theirs == null) {
            news.removeAll();
            news.add(Callout.attention(
                            "The field holds "
                                    + (version.version() == 0
                                            ? "what the portal comes with"
                                            : "version " + version.version())
                                    + " now. Nothing is saved yet: look at what it would change, then save it as any other change.")
                    .saidAs("status"));
        }
    }

    private void goOnFrom(InstructionVersion saved) {
        before = saved;
        theirs = null;
        news.removeAll();
        unsaved.look();
        show();
    }

    private boolean isAsIn(InstructionVersion version) {
        return text.getValue().strip().equals(version.text());
    }

    private boolean isUnchanged() {
        return isAsIn(before);
    }

    private void showEffect(InstructionText read) {
        if (isUnchanged()) {
            effect.say(
                    "Nothing is changed. Change a sentence, and see here which devices would come and go, before it is saved.");
        } else if (!read.understood()) {
            effect.say("A sentence is not understood. Once it is corrected, you see here what would change.");
        } else {
            effect.count(
                    effects.result(),
                    effects.looksAt(),
                    progress -> effects.of(read.instructions(), progress),
                    found -> EffectLines.of(
                            found.result(), effects, Capability.CHANGE_INSTRUCTIONS, cautions(found), clock.instant()));
        }
    }

    private static List<String> cautions(InstructionEffect found) {
        List<String> cautions = new ArrayList<>();
        if (!found.unread().isEmpty()) {
            cautions.add("Nobody has read yet who is in " + String.join(", ", found.unread())
                    + ": the next run does. These numbers are as if nobody were.");
        }
        if (found.outdated()) {
            cautions.add("Run " + found.result().run().id()
                    + " went by other thresholds or instructions than those that are saved now. These numbers compare with what is"
                    + " saved, not with its result.");
        }
        return cautions;
    }

    private UnsavedChanges addText() {
        text.setWidthFull();
        text.setMinRows(8);
        text.setMaxRows(24);
        text.setPlaceholder("Exclude devices with names matching VIP-*");
        text.setHelperText("One sentence to a line, or with full stops between them.");
        LimitedText.limit(text, InstructionText.LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(before.text());
        kept.keep("text", text);
        text.addValueChangeListener(event -> read());
        fields.with("text", text);
        return UnsavedChanges.of(
                text,
                () -> !isUnchanged(),
                "What you typed is kept and offered to you here again. No run goes by it until it is saved.");
    }

    private void show() {
        InstructionVersion inForce = newest();
        saved.setText(
                inForce.savedBy() == null || inForce.savedAt() == null
                        ? "Nobody has saved any instructions yet."
                        : "Version " + inForce.version() + ", saved by "
                                + PersonDisplay.name(inForce.savedBy()) + " "
                                + TimeDisplay.shortly(inForce.savedAt(), clock.instant(), TimeDisplay.zone()) + ".");
        history.refresh();
        read();
    }

    private void read() {
        InstructionText read = InstructionText.parse(text.getValue());
        understood.show(read);
        save.setEnabled(theirs == null && read.understood() && !isUnchanged());
        showEffect(read);
    }

    private void replace(NotUnderstood problem, String sentence) {
        String whole = text.getValue();
        if (whole.startsWith(problem.text(), problem.start())) { // else it was changed meanwhile
            text.setValue(InstructionText.parse(whole).with(problem, sentence));
        }
    }

    private void append(String sentence) {
        String whole = text.getValue().stripTrailing();
        text.setValue(whole.isEmpty() ? sentence : whole + "\n" + sentence);
        text.focus();
    }

    private void save() {
        if (theirs != null) {
            Notices.problem("Nothing was saved: say first which instructions are to stay, theirs or yours.");
            return;
        }
        try {
            before = instructions.save(before, text.getValue());
            text.setValue(before.text());
            kept.sent();
            unsaved.look();
            news.removeAll();
            show();
            Notices.info("Saved. The next run goes by them, and at once what waits to be approved or sent.");
        } catch (ChangedMeanwhileException e) {
            takeOver(instructions.current());
            Notices.problem(
                    "Nothing was saved: somebody else saved other instructions meanwhile. They stand above yours: say which are to stay.");
        } catch (InstructionsNotUnderstoodException e) {
            fields.say("text", String.valueOf(e.getMessage()));
        } catch (InstructionsUnreadableException e) {
            fields.say("text", String.valueOf(e.getMessage()));
            read(); // it may have been there when it was looked up for the line
        }
    }
}
