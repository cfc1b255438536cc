package org.deviceoffboarding.ask.saved;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps questions under names. What all see is on record; what people keep for themselves is not: it changes what they look at, and
 * nothing else.
 */
@Service
@May(Capability.READ)
@Transactional
public class NamedQuestionService {

    private final NamedQuestionRepository questions;
    private final QuestionNumberRepository numbers;
    private final Interpreter interpreter;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamedQuestionService(
            NamedQuestionRepository questions,
            QuestionNumberRepository numbers,
            Interpreter interpreter,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.questions = questions;
        this.numbers = numbers;
        this.interpreter = interpreter;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the questions that the person signed in may use, the shared ones first, by name. */
    @Transactional(readOnly = true)
    public List<NamedQuestion> all() {
        return questions.seenBy(currentActor.get().id());
    }

    /** Returns one of them; nothing where it is gone, or somebody else's own. */
    @Transactional(readOnly = true)
    public Optional<NamedQuestion> get(long id) {
        return questions.seenBy(currentActor.get().id(), id);
    }

    /** Returns how many devices a question found in the newest results, the oldest of them first; nothing of one that the person may not use. */
    @Transactional(readOnly = true)
    public List<QuestionNumber> numbers(long id, int most) {
        return get(id).map(question -> numbers.newest(question.id(), most)).orElse(List.of());
    }

    /**
     * Keeps a question for the person alone.
     *
     * @throws QuestionRefusedException if it was not understood in full, has no name or one that is taken, or there are too
     *     many
     */
    public NamedQuestion save(String name, Understanding asked) {
        return add(name, false, asked);
    }

    /**
     * Keeps a question for everybody.
     *
     * @throws QuestionRefusedException if it was not understood in full, has no name or one that is taken, or there are too
     *     many
     */
    @May(Capability.SHARE_QUESTIONS)
    public NamedQuestion share(String name, Understanding asked) {
        return add(name, true, asked);
    }

    /**
     * Gives a question of the person's own another name, or lets it ask something else: its numbers over time begin anew then.
     *
     * @param seen as the person saw it
     * @throws QuestionRefusedException if it was not understood in full, or the name is missing or taken
     * @throws QuestionChangedException if it was changed or removed since
     */
    public NamedQuestion change(NamedQuestion seen, String name, Understanding asked) {
        return change(own(seen), false, name, asked);
    }

    /** As {@link #change}, of a question that all see, whoever made it. */
    @May(Capability.SHARE_QUESTIONS)
    public NamedQuestion changeShared(NamedQuestion seen, String name, Understanding asked) {
        return change(shared(seen), true, name, asked);
    }

    /**
     * Lets everybody see a question of the person's own, as it is named and asked from now on.
     *
     * @throws QuestionRefusedException if it was not understood in full, the name is missing or taken, or too many are shared
     * @throws QuestionChangedException if it was changed or removed since
     */
    @May(Capability.SHARE_QUESTIONS)
    public NamedQuestion shareOwn(NamedQuestion seen, String name, Understanding asked) {
        NamedQuestion own = own(seen);
        requireRoom(true);
        return change(own, true, name, asked);
    }

    /**
     * Removes a question of the person's own with its numbers; does nothing where it is gone.
     *
     * @throws QuestionChangedException if it was changed since
     */
    public void remove(NamedQuestion seen) {
        if (questions.lock(seen.id()).isPresent()) {
            removeLocked(own(seen));
        }
    }

    /** As {@link #remove}, of a question that all see, whoever made it. */
    @May(Capability.SHARE_QUESTIONS)
    public void removeShared(NamedQuestion seen) {
        if (questions.lock(seen.id()).isPresent()) {
            NamedQuestion shared = shared(seen);
            removeLocked(shared);
            auditLog.record(currentActor.get(), new QuestionAction.Removed(shared));
        }
    }

    private void removeLocked(NamedQuestion locked) {
        questions.remove(locked.id());
        events.publishEvent(new QuestionsChanged());
    }

    private NamedQuestion add(String name, boolean shared, Understanding asked) {
        String cleaned = named(name);
        String wording = worded(asked);
        requireRoom(shared);
        Actor actor = currentActor.get();
        requireFree(cleaned, 0);
        NamedQuestion added =
                questions.add(cleaned, shared, wording, actor, clock.instant()).orElseThrow(() -> taken(cleaned));
        if (shared) {
            auditLog.record(actor, new QuestionAction.Shared(added));
        }
        events.publishEvent(new QuestionsChanged());
        return added;
    }

    private NamedQuestion change(NamedQuestion before, boolean shared, String name, Understanding asked) {
        String cleaned = named(name);
        String wording = isSame(asked, before) ? before.question() : worded(asked);
        requireFree(cleaned, before.id());
        NamedQuestion wanted = new NamedQuestion(
                before.id(),
                cleaned,
                shared,
                before.madeBy(),
                before.changedBy(),
                before.changedAt(),
                wording,
                before.version());
        if (wanted.equals(before)) {
            return before;
        }
        Actor actor = currentActor.get();
        NamedQuestion after = stored(wanted, actor);
        if (!after.question().equals(before.question())) {
            numbers.beginAnew(after.id());
        }
        if (shared) {
            auditLog.record(
                    actor,
                    before.shared() ? new QuestionAction.Changed(before, after) : new QuestionAction.Shared(after));
        }
        events.publishEvent(new QuestionsChanged());
        return after;
    }

    private NamedQuestion stored(NamedQuestion wanted, Actor actor) {
        try {
            return questions.change(wanted, actor, clock.instant());
        } catch (DuplicateKeyException e) { // somebody took the name at this moment
            throw taken(wanted.name());
        }
    }

    /** Somebody else's own is as good as gone. */
    private NamedQuestion own(NamedQuestion seen) {
        NamedQuestion locked = unchanged(seen);
        if (locked.shared() || !locked.madeBy().id().equals(currentActor.get().id())) {
            throw gone();
        }
        return locked;
    }

    private NamedQuestion shared(NamedQuestion seen) {
        NamedQuestion locked = unchanged(seen);
        if (!locked.shared()) {
            throw gone();
        }
        return locked;
    }

    private NamedQuestion unchanged(NamedQuestion seen) {
        NamedQuestion locked = questions.lock(seen.id()).orElseThrow(NamedQuestionService::gone);
        if (locked.version() != seen.version()) {
            throw new QuestionChangedException(locked.changedBy().name()
                    + " changed this question meanwhile. Nothing was stored: look at it as it is now, then try again.");
        }
        return locked;
    }

    private static QuestionChangedException gone() {
        return new QuestionChangedException("This question was removed meanwhile. Nothing was stored.");
    }

    private static String named(String name) {
        String cleaned = Sql.text(name.strip());
        if (cleaned.isEmpty() || cleaned.length() > NamedQuestion.LONGEST_NAME) {
            throw new QuestionRefusedException(
                    "Give the question a name of at most " + NamedQuestion.LONGEST_NAME + " characters.",
                    QuestionRefusedException.NAME);
        }
        return cleaned;
    }

    /** What is kept is counted for good: of half a question that would be something else than was meant. */
    private static String worded(Understanding asked) {
        Question question = asked.question();
        if (question == null || !asked.whole()) {
            throw new QuestionRefusedException(QuestionRefusedException.NOT_WHOLE);
        }
        if (question.wish().single()) {
            throw new QuestionRefusedException(
                    "What is asked of single devices is not saved. Keep its address instead.");
        }
        String wording = question.canonical();
        if (wording.length() > NamedQuestion.LONGEST_QUESTION) {
            throw new QuestionRefusedException("This question is too long to be saved. Ask for less.");
        }
        return wording;
    }

    /** What was saved in the wording of an earlier version keeps it, and its numbers, as long as it asks the same. */
    private boolean isSame(Understanding asked, NamedQuestion before) {
        Understanding read = interpreter.interpret(before.question(), null);
        return asked.whole() && read.whole() && Objects.equals(asked.question(), read.question());
    }

    private void requireRoom(boolean shared) {
        if (questions.count(shared, currentActor.get().id()) >= NamedQuestion.MOST) {
            throw new QuestionRefusedException((shared
                            ? NamedQuestion.MOST + " questions are shared already."
                            : "You have " + NamedQuestion.MOST + " questions already.")
                    + " Remove one first.");
        }
    }

    /** Also a name that is shared: two of one name would be taken for each other. */
    private void requireFree(String name, long except) {
        boolean free = all().stream()
                .noneMatch(other -> other.id() != except && other.name().equalsIgnoreCase(name));
        if (!free) {
            throw taken(name);
        }
    }

    private static QuestionRefusedException taken(String name) {
        return new QuestionRefusedException(
                "There is a question called “" + name + "” already. Choose another name, or remove that one first.",
                QuestionRefusedException.NAME);
    }
}
