package org.deviceoffboarding.ask.saved;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which named questions each person has on Overview, and of which they want to be told when the number changes. Nothing of it is
 * on record: it changes what one person sees, and nothing else.
 */
@Service
@May(Capability.READ)
@Transactional
public class QuestionMarkService {

    /** So many fit on Overview without hiding what stands below. */
    public static final int MOST_PINNED = 8;

    /** As many results as a trend is drawn of. */
    private static final int RESULTS = 12;

    private final NamedQuestionRepository questions;
    private final QuestionMarkRepository marks;
    private final QuestionNumberRepository numbers;
    private final Interpreter interpreter;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuestionMarkService(
            NamedQuestionRepository questions,
            QuestionMarkRepository marks,
            QuestionNumberRepository numbers,
            Interpreter interpreter,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.questions = questions;
        this.marks = marks;
        this.numbers = numbers;
        this.interpreter = interpreter;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns what the person signed in has on Overview, the first pinned first, with how its number went. */
    @Transactional(readOnly = true)
    public List<PinnedQuestion> pinned() {
        List<NamedQuestion> pinned = marks.pinnedBy(person());
        Map<Long, List<QuestionNumber>> counted =
                numbers.newest(pinned.stream().map(NamedQuestion::id).toList(), RESULTS);
        return pinned.stream()
                .map(question -> new PinnedQuestion(question, counted.getOrDefault(question.id(), List.of())))
                .toList();
    }

    /** Returns what the person signed in does with a question. */
    @Transactional(readOnly = true)
    public QuestionMarks of(long questionId) {
        return new QuestionMarks(marks.isPinned(person(), questionId), marks.isWatched(person(), questionId));
    }

    /**
     * Puts a question on the person's Overview.
     *
     * @throws QuestionRefusedException if there are {@link #MOST_PINNED} already, the question is gone, or it is not understood in full
     */
    public void pin(long questionId) {
        requireWhole(questionId);
        marks.holdPinsOf(person());
        if (!marks.isPinned(person(), questionId) && marks.pinnedBy(person()).size() >= MOST_PINNED) {
            throw new QuestionRefusedException(
                    "There are " + MOST_PINNED + " questions on your Overview already. Take one off it first.");
        }
        marks.pin(person(), questionId, clock.instant());
        events.publishEvent(new QuestionsChanged());
    }

    /** Takes a question off the person's Overview; does nothing where it is not on it. */
    public void unpin(long questionId) {
        if (marks.unpin(person(), questionId)) {
            events.publishEvent(new QuestionsChanged());
        }
    }

    /**
     * Lets the person be told from now on when the number of a question changes.
     *
     * @throws QuestionRefusedException if the question is gone, or is not understood in full
     */
    public void watch(long questionId) {
        requireWhole(questionId);
        marks.watch(person(), questionId, clock.instant());
        events.publishEvent(new QuestionsChanged());
    }

    /** Lets the person be told no more; does nothing where they are not. */
    public void unwatch(long questionId) {
        if (marks.unwatch(person(), questionId)) {
            events.publishEvent(new QuestionsChanged());
        }
    }

    /** What an earlier version understood and this one does not in full cannot be counted. */
    private void requireWhole(long questionId) {
        NamedQuestion question = questions
                .seenBy(person(), questionId)
                .orElseThrow(() -> new QuestionRefusedException("This question was removed meanwhile."));
        if (!interpreter.interpret(question.question(), null).whole()) {
            throw new QuestionRefusedException(QuestionRefusedException.NOT_WHOLE);
        }
    }

    private String person() {
        return currentActor.get().id();
    }
}
