package org.deviceoffboarding.notification.mail;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/** Mail to a person was switched off after days of failure. */
record MailSwitchedOff(String personId, String problem, Instant at) implements Notice {

    static final String SUBJECT = "notice-choices";

    @Override
    public NoticeKind kind() {
        return NoticeKind.DELIVERY_ENDED;
    }

    @Override
    public String key() {
        return "mail:" + personId + ":off:" + at;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public String sentence() {
        return "Mail to you failed for three days and was switched off. " + problem;
    }

    @Override
    public List<Recipient> recipients() {
        return List.of(Recipient.person(personId, "It was your mail."));
    }
}
