package org.deviceoffboarding.ask.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.language.ConditionType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers questions: reads what they need of the tenant first, then all else at one moment of the database, in which a newer result
 * may take the place of this one.
 */
@Component
class Answers {

    private static final String NO_RESULT =
            "No run has ended with a result yet, so there is no inventory to ask. Run the agent, then ask again.";

    private static final String OLDER_VERSION =
            "The inventory was read by an earlier version of this portal, which did not keep what"
                    + " questions go by. Run the agent once, then ask again.";

    private final AskedDevices devices;
    private final FlaggedDevices flagged;
    private final RunResults results;
    private final MemberReading memberReading;
    private final Picks picks;
    private final DeviceAnswers deviceAnswers;
    private final GroupAnswers groupAnswers;
    private final SingleAnswers singleAnswers;
    private final Further further;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    Answers(
            AskedDevices devices,
            FlaggedDevices flagged,
            RunResults results,
            MemberReading memberReading,
            Picks picks,
            DeviceAnswers deviceAnswers,
            GroupAnswers groupAnswers,
            SingleAnswers singleAnswers,
            Further further,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.devices = devices;
        this.flagged = flagged;
        this.results = results;
        this.memberReading = memberReading;
        this.picks = picks;
        this.deviceAnswers = deviceAnswers;
        this.groupAnswers = groupAnswers;
        this.singleAnswers = singleAnswers;
        this.further = further;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    Answer answer(Question question) {
        try {
            return asked(question, this::answer).orElseGet(() -> none(question, NO_RESULT));
        } catch (NotAnswerableException e) {
            return none(question, e.reason());
        }
    }

    /** Returns how many devices a question finds; nothing where it has no answer. */
    OptionalLong count(Question question) {
        if (question.wish().single()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(counted(question));
        } catch (NotAnswerableException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Returns how many devices a question finds, which is not about single ones.
     *
     * @throws NotAnswerableException if that cannot be told
     */
    long counted(Question question) {
        return asked(question, deviceAnswers::count).orElseThrow(() -> new NotAnswerableException(NO_RESULT));
    }

    List<String> names(AskedText sort, String beginning, int most) {
        if (beginning.isBlank()) {
            return List.of();
        }
        return Objects.requireNonNull(oneMoment.execute(transaction -> {
            OptionalLong run = devices.inventory();
            return run.isEmpty() ? List.<String>of() : devices.beginning(run.getAsLong(), sort, beginning, most);
        }));
    }

    private <T> Optional<T> asked(Question question, Function<Asked, T> answer) {
        AskedMembers members = memberReading.of(question);
        if (!devices.complete()) {
            throw new NotAnswerableException(OLDER_VERSION);
        }
        Translation translation = new Translation(picks, members, clock.instant());
        return Objects.requireNonNull(oneMoment.execute(transaction ->
                current().map(run -> answer.apply(checked(new Asked(question, run, members, translation))))));
    }

    /** The result and the inventory are of one run: they are replaced together. */
    private Optional<Run> current() {
        OptionalLong inventory = devices.inventory();
        return flagged.result().filter(run -> inventory.isPresent() && inventory.getAsLong() == run.id());
    }

    private Asked checked(Asked asked) {
        if (asksForLinks(asked.question()) && !results.knowsLinks(asked.runId())) {
            throw new NotAnswerableException(
                    "The newest result did not keep link states: an earlier version of this portal made it."
                            + " Run the agent once, then ask again.");
        }
        return asked;
    }

    private static boolean asksForLinks(Question question) {
        return question.groupedBy().contains(ConditionType.LINK)
                || question.where() != null
                        && question.where().criteria().stream()
                                .anyMatch(criterion -> criterion.type() == ConditionType.LINK);
    }

    private Answer answer(Asked asked) {
        List<String> notes = notes(asked);
        if (asked.question().wish().single()) {
            return singleAnswers.answer(asked, notes);
        }
        return asked.question().wish() == Wish.GROUPS
                ? groupAnswers.answer(asked, notes)
                : deviceAnswers.answer(asked, notes);
    }

    private static List<String> notes(Asked asked) {
        List<String> notes = new ArrayList<>();
        asked.members().groups().forEach((group, covered) -> notes.add(read("group", group, covered.readAt())));
        asked.members()
                .departments()
                .forEach((department, covered) -> notes.add(read("department", department, covered.readAt())));
        return notes;
    }

    private static String read(String sort, String name, Instant at) {
        return "Who is in the " + sort + " '" + name + "' was read from Entra on " + Timestamps.words(at) + ".";
    }

    private Answer none(Question question, String why) {
        return new Answer.None(question, why, List.of(), List.of(), List.of());
    }
}
