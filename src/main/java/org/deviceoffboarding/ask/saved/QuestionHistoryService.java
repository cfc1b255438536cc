package org.deviceoffboarding.ask.saved;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each person asked lately, for that person alone. Nothing of it is on record: nothing was done. */
@Service
@May(Capability.READ)
@Transactional
public class QuestionHistoryService {

    /** The longest prompt that is kept; nobody asks a longer one. */
    public static final int LONGEST_PROMPT = 1_000;

    /** So many are kept. */
    static final int MOST = 50;

    private final QuestionHistoryRepository history;
    private final CurrentActor currentActor;
    private final Clock clock;

    QuestionHistoryService(QuestionHistoryRepository history, CurrentActor currentActor, Clock clock) {
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns what the person signed in asked, the latest first. */
    @Transactional(readOnly = true)
    public List<AskedQuestion> own(int most) {
        return history.of(currentActor.get().id(), most);
    }

    /** Keeps what the person asks, as it was typed; what is blank or longer than {@link #LONGEST_PROMPT} is not kept. */
    public void note(String prompt) {
        String cleaned = Sql.text(prompt.strip());
        if (!cleaned.isEmpty() && cleaned.length() <= LONGEST_PROMPT) {
            String person = currentActor.get().id();
            history.put(person, cleaned, clock.instant());
            history.keepLatest(person, MOST);
        }
    }

    /** Forgets all that the person asked. */
    public void clear() {
        history.deleteOf(currentActor.get().id());
    }
}
