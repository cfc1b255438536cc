package org.deviceoffboarding.ask.saved;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/**
 * The number of a question changed.
 *
 * @param before the number that these people know
 * @param people object IDs of those who watch it
 */
record QuestionNotice(NamedQuestion question, Instant countedAt, long devices, long before, List<String> people)
        implements Notice {

    QuestionNotice {
        people = List.copyOf(people);
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.QUESTION_CHANGED;
    }

    @Override
    public String key() {
        return subject() + ":" + countedAt + ":" + before + ":" + devices;
    }

    @Override
    public String subject() {
        return "question:" + question.id();
    }

    @Override
    public String sentence() {
        return String.format(
                Locale.ENGLISH,
                devices == 1 ? "“%s”: %,d device, %s." : "“%s”: %,d devices, %s.",
                question.name(),
                devices,
                difference());
    }

    private String difference() {
        return String.format(
                Locale.ENGLISH,
                devices > before ? "%,d more than the %,d before" : "%,d fewer than the %,d before",
                Math.abs(devices - before),
                before);
    }

    @Override
    public List<Recipient> recipients() {
        return people.stream()
                .map(person -> Recipient.person(person, "You asked to be told when its number changes."))
                .toList();
    }
}
