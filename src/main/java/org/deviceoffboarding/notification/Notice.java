package org.deviceoffboarding.notification;

import java.util.List;

/**
 * Something that people are told of. Each feature declares its own notices as records beside the service that causes them; this
 * module tells any of them without knowing what they mean.
 */
public interface Notice {

    /** Returns what it is about, as people choose by. */
    NoticeKind kind();

    /**
     * Returns what makes it this one, such as {@code task:42:assigned:3}: told again, as when a job is carried out again, it is
     * the same notice and told to nobody a second time. So it names not only the thing, but also which change of it.
     */
    String key();

    /** Returns what opens when it is clicked, such as {@code task:42}, see {@link org.deviceoffboarding.base.ui.subject.SubjectPages}. */
    String subject();

    /** Returns one sentence for people: "Task 42, Block 3 devices, is overdue since yesterday." Holds no secret. */
    String sentence();

    /** Returns whom it concerns. Whoever is named twice is told once, for the first reason. */
    List<Recipient> recipients();
}
