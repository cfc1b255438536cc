package org.deviceoffboarding.ask.saved;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.deviceoffboarding.ask.answer.AnswerCounts;
import org.deviceoffboarding.ask.answer.NotAnswerableException;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts named questions: all of them for each new result; those that somebody has on Overview or is told of also after the portal
 * changed devices, and once an hour, since what they ask by goes on: tasks, requests, time. One after the other, each stored by itself:
 * cut off, it goes on with those that are left.
 */
@Component
class QuestionCount {

    private static final int TOGETHER = 50;

    private static final Duration LONGEST_KEPT = Duration.ofHours(1);

    /** While the portal changes one device after the other, the numbers follow at this pace. */
    private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);

    /** What was read back is looked for a little further back: its time is from before its commit, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(QuestionCount.class);

    private final QuestionNumberRepository numbers;
    private final QuestionNumbers stored;
    private final ToLongFunction<Question> counter;
    private final Interpreter interpreter;
    private final Inventories inventories;
    private final VerifiedChanges changes;
    private final Clock clock;

    @Autowired
    QuestionCount(
            QuestionNumberRepository numbers,
            QuestionNumbers stored,
            AnswerCounts counts,
            Interpreter interpreter,
            Inventories inventories,
            VerifiedChanges changes,
            Clock clock) {
        this(numbers, stored, counts::count, interpreter, inventories, changes, clock);
    }

    /** @param counter returns how many devices a question finds now, or throws {@link NotAnswerableException} */
    QuestionCount(
            QuestionNumberRepository numbers,
            QuestionNumbers stored,
            ToLongFunction<Question> counter,
            Interpreter interpreter,
            Inventories inventories,
            VerifiedChanges changes,
            Clock clock) {
        this.numbers = numbers;
        this.stored = stored;
        this.counter = counter;
        this.interpreter = interpreter;
        this.inventories = inventories;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Called every few seconds.
     *
     * @param stopping whether the portal is about to stop
     */
    void look(BooleanSupplier stopping) {
        OptionalLong run = inventories.published();
        if (run.isEmpty()) {
            return;
        }
        List<NamedQuestion> due = due(run.getAsLong());
        while (!due.isEmpty()) {
            for (NamedQuestion question : due) {
                if (stopping.getAsBoolean() || !inventories.published().equals(run)) {
                    return;
                }
                count(question, run.getAsLong());
            }
            due = due.size() < TOGETHER ? List.of() : due(run.getAsLong());
        }
    }

    private List<NamedQuestion> due(long run) {
        return numbers.due(run, countedBefore(clock.instant()), TOGETHER);
    }

    /** Returns since when a number has to be counted to be left as it is. */
    private Instant countedBefore(Instant now) {
        Instant oldest = now.minus(LONGEST_KEPT);
        return changes.since(oldest).stream()
                .map(VerifiedChange::verifiedAt)
                .max(Instant::compareTo)
                .map(last -> last.plus(OVERLAP))
                .map(changed -> earlier(changed, now.minus(SHORTEST_KEPT)))
                .filter(changed -> changed.isAfter(oldest))
                .orElse(oldest);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What was counted while a newer result took the place of this one is of neither, and is counted again. */
    private void count(NamedQuestion question, long run) {
        QuestionNumber number = counted(question, run);
        if (inventories.published().equals(OptionalLong.of(run))) {
            stored.put(question, number);
        }
    }

    private QuestionNumber counted(NamedQuestion named, long run) {
        Instant now = clock.instant();
        Understanding read = interpreter.interpret(named.question(), null);
        if (read.question() == null || !read.whole()) {
            return QuestionNumber.uncounted(
                    named.id(), run, now, "This question was saved in words that this version no longer understands.");
        }
        try {
            return QuestionNumber.counted(named.id(), run, now, counter.applyAsLong(read.question()));
        } catch (NotAnswerableException e) {
            return QuestionNumber.uncounted(
                    named.id(), run, now, TextLimits.shorten(e.reason(), QuestionNumber.LONGEST_PROBLEM));
        } catch (RuntimeException fault) {
            if (PassingFaults.areOfConnection(fault)) {
                throw fault; // no other could be counted either: all are with the next look
            }
            log.atWarn()
                    .setCause(fault)
                    .addKeyValue("question", named.id())
                    .log("A saved question could not be counted");
            return QuestionNumber.uncounted(
                    named.id(), run, now, "This question could not be counted. It is tried again with the next run.");
        }
    }
}
