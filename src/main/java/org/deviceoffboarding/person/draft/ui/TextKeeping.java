package org.deviceoffboarding.person.draft.ui;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.person.draft.DraftService;
import org.springframework.stereotype.Component;

/** Keeps what people type on pages and in dialogs, and offers it again. */
@Component
public class TextKeeping {

    private final DraftService drafts;
    private final OpenPages openPages;
    private final Clock clock;

    TextKeeping(DraftService drafts, OpenPages openPages, Clock clock) {
        this.drafts = drafts;
        this.openPages = openPages;
        this.clock = clock;
    }

    /**
     * Returns what keeps the fields of a page or dialog that the person signed in opens now.
     *
     * @param place what it is and what it is about, such as {@code reject:17}: the same whenever the person comes back to it
     */
    public KeptTexts at(String place) {
        return new KeptTexts(drafts, drafts.at(place), openPages, clock);
    }

    /**
     * As {@link #at(String)}, for what is about many things.
     *
     * @param things their IDs, in whatever order
     */
    public KeptTexts at(String place, Collection<?> things) {
        String all = things.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
        return at(place + ":" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }
}
