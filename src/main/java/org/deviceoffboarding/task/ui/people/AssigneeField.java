package org.deviceoffboarding.task.ui.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.form.PickedField;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;
import org.jspecify.annotations.Nullable;

/**
 * Picks a person or a team, found while typing: those who are known here, and whoever is in Entra. Nobody is a choice like any other: a
 * name that was typed and not picked is an error, and never means nobody, nor whoever was chosen before.
 */
public class AssigneeField extends PickedField<AssigneeChoice> {

    private static final String HELP =
            "A person, a team or an Entra group: type two letters to search in Entra, and pick one. Or “Nobody”.";

    private final transient AssigneeService assignees;

    /** @param assignees finds whom it offers */
    public AssigneeField(AssigneeService assignees) {
        super("Assigned to");
        this.assignees = assignees;
        setClearButtonVisible(true);
        setPlaceholder("Type a name, and pick one");
        setHelperText(HELP);
        setItemLabelGenerator(AssigneeField::words);
        setWidthFull();
        getElement().setProperty("autoselect", true); // typing replaces who is chosen
        setItems(query -> {
            int from = query.getOffset();
            int most = query.getLimit();
            return found(query.getFilter().orElse("")).skip(from).limit(most);
        });
        addValueChangeListener(picked -> showHelp());
    }

    private void showHelp() {
        if (getValue() != null) {
            setHelperText(helpFor(getValue()));
        }
    }

    /** Whoever cannot do anything here is pointed out before something is assigned to them. */
    private String helpFor(AssigneeChoice choice) {
        if (choice.kind() != AssigneeChoice.Kind.PERSON && choice.kind() != AssigneeChoice.Kind.TEAM) {
            return HELP;
        }
        String why = assignees.unable(List.of(assignees.chosen(choice))).getOrDefault(choice.id(), "");
        return why.isEmpty() ? HELP : choice.name() + " " + why + ".";
    }

    private Stream<AssigneeChoice> found(String typed) {
        AssigneeService.Choices choices = assignees.find(typed);
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Stream<AssigneeChoice> nobody =
                AssigneeChoice.NOBODY.name().toLowerCase(Locale.ROOT).startsWith(text)
                        ? Stream.of(AssigneeChoice.NOBODY)
                        : Stream.empty();
        String none = choices.all().isEmpty() && !text.isEmpty() ? "Nobody found." : "";
        String said = (none + " " + choices.problem()).strip();
        setHelperText(said.isEmpty() ? HELP : said);
        return text.isEmpty()
                ? Stream.concat(nobody, choices.all().stream())
                : Stream.concat(choices.all().stream(), nobody);
    }

    /** Shows whose something is; “Nobody” where that is null. */
    public void show(@Nullable Assignee assignee) {
        setValue(choice(assignee));
    }

    private static AssigneeChoice choice(@Nullable Assignee assignee) {
        return assignee == null ? AssigneeChoice.NOBODY : AssigneeChoice.of(assignee);
    }

    /**
     * Returns who was picked; null where that is nobody. A group is read here, which takes its time.
     *
     * @throws TaskRefusedException if it cannot be, or nothing was picked
     */
    public @Nullable Assignee picked() {
        AssigneeChoice choice = getValue();
        if (choice == null) {
            throw new TaskRefusedException(problem(), TaskRefusedException.ASSIGNEE);
        }
        return choice.equals(AssigneeChoice.NOBODY) ? null : assignees.chosen(choice);
    }

    /** Returns whether it holds this one. */
    public boolean holds(@Nullable Assignee assignee) {
        return choice(assignee).equals(getValue());
    }

    @Override
    protected String problem(String typed) {
        return typed.isEmpty()
                ? "Choose somebody, or “Nobody”."
                : "“" + typed + "” was typed, and nobody picked. Choose one of the list, or “Nobody”.";
    }

    /** Returns a choice in words: the name, and what tells it from others of that name. */
    public static String words(AssigneeChoice choice) {
        return choice.hint().isEmpty() || choice.hint().equals(choice.name())
                ? choice.name()
                : choice.name() + " · " + choice.hint();
    }

    /** Returns whose something is, within a sentence. */
    public static String name(@Nullable Assignee assignee) {
        return assignee == null ? "nobody" : assignee.name();
    }
}
