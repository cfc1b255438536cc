package org.deviceoffboarding.base.ui.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    private final Subjects subjects = new Subjects(List.of(
            SubjectPages.numbered("lamp", id -> new SubjectPage("lamps/" + id, "Lamp " + id)),
            SubjectPages.all("rules", new SubjectPage("settings/rules", "Rules")),
            SubjectPages.named(
                    "room",
                    id -> id.equals("hall") ? Optional.of(new SubjectPage("hall", "Hall")) : Optional.empty())));

    @Test
    void eachSubjectLeadsToThePageOfItsFeature() {
        assertThat(subjects.page("lamp:7")).contains(new SubjectPage("lamps/7", "Lamp 7"));
        assertThat(subjects.page("rules")).contains(new SubjectPage("settings/rules", "Rules"));
        assertThat(subjects.page("room:hall")).contains(new SubjectPage("hall", "Hall"));
        assertThat(subjects.link("lamp:7").orElseThrow().getHref()).isEqualTo("lamps/7");
    }

    @Test
    void whatNoFeatureShowsLeadsNowhere() {
        for (String subject :
                List.of("", "lamp", "lamp:", "lamp:x", "lamp:-1", "lamp:7/../..", "room:attic", "other:1", ":")) {
            assertThat(subjects.page(subject)).as(subject).isEmpty();
        }
    }
}
