package org.deviceoffboarding.person.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.SavedViewRefusedException;
import org.deviceoffboarding.base.SavedViews;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.OPERATOR, Roles.READER})
class SavedViewServiceTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private SavedViews views;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatAllSeeIsOnRecordAndWhatAPersonKeepsIsNot() {
        RecordedEntries recorded = new RecordedEntries(jdbc);
        long own = views.save("devices", "Mine", "platform=IOS", "");
        views.remove(own);
        assertThat(recorded.all("view.shared")).isEmpty();

        long shared = views.share("devices", "Silent iPads", "platform=IOS", "");
        views.removeShared(shared);
        views.removeShared(shared);

        assertThat(recorded.all("view.shared"))
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .containsEntry("list", "devices")
                        .containsEntry("name", "Silent iPads")
                        .containsEntry("query", "platform=IOS"));
        assertThat(recorded.all("view.removed"))
                .singleElement()
                .satisfies(details ->
                        assertThat(details).containsEntry("view", (int) shared).containsEntry("list", "devices"));
    }

    @Test
    void aPersonsOwnViewIsSeenByNobodyElse() {
        long id = views.save("devices", "Silent iPads", "platform=IOS&inactive=90", "name,user");

        assertThat(views.of("devices"))
                .containsExactly(new SavedView(
                        id, "Silent iPads", false, new Actor("anna", "anna"), "platform=IOS&inactive=90", "name,user"));
        assertThat(views.of("suggestions")).isEmpty();
        assertThat(views.get("suggestions", id)).isEmpty();
        As.person(BEN, () -> {
            assertThat(views.of("devices")).isEmpty();
            assertThat(views.get("devices", id)).isEmpty();
            views.remove(id);
        });
        assertThat(views.get("devices", id)).isPresent();
    }

    @Test
    void aSharedViewIsSeenByEverybodyBeforeTheirOwn() {
        views.share("devices", "Zebras", "", "");

        As.person(BEN, () -> {
            views.save("devices", "Ants", "", "");
            assertThat(names()).containsExactly("Zebras", "Ants");
        });
        assertThat(names()).containsExactly("Zebras");
    }

    @Test
    void aNameIsThereOnceForWhoSeesIt() {
        views.share("devices", "Silent", "", "");
        views.save("devices", "Mine", "", "");

        for (String taken : List.of("silent", " Mine ")) {
            assertThatExceptionOfType(SavedViewRefusedException.class)
                    .isThrownBy(() -> views.save("devices", taken, "", ""))
                    .withMessageContaining("already");
            assertThatExceptionOfType(SavedViewRefusedException.class)
                    .isThrownBy(() -> views.share("devices", taken, "", ""));
        }
        views.save("suggestions", "Silent", "", "");
        As.person(BEN, () -> views.save("devices", "Mine", "", ""));
    }

    @Test
    void whatIsNoNameOrTooLongIsRefused() {
        for (String name : List.of("", "   ", "x".repeat(SavedView.LONGEST_NAME + 1))) {
            assertThatExceptionOfType(SavedViewRefusedException.class)
                    .isThrownBy(() -> views.save("devices", name, "", ""));
        }
        assertThatExceptionOfType(SavedViewRefusedException.class)
                .isThrownBy(() -> views.save("devices", "Long", "x".repeat(SavedView.LONGEST_TEXT + 1), ""));
    }

    @Test
    void aListHasSoManyViewsAndNoMore() {
        for (int number = 0; number < SavedViews.MOST; number++) {
            views.save("devices", "View " + number, "", "");
        }

        assertThatExceptionOfType(SavedViewRefusedException.class)
                .isThrownBy(() -> views.save("devices", "One more", "", ""))
                .withMessageContaining("Remove one first");
        views.share("devices", "One more", "", "");
    }

    @Test
    void whoeverMaySharedViewsRemovesThemWhoeverMadeThem() {
        long id = views.share("devices", "Silent", "", "");

        views.remove(id);
        assertThat(views.get("devices", id)).isPresent();
        As.person(BEN, () -> views.removeShared(id));

        assertThat(views.get("devices", id)).isEmpty();
        views.removeShared(id);
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void aReaderSavesViewsAndSharesNone() {
        long own = views.save("devices", "Silent", "", "");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> views.share("devices", "Silent, too", "", ""));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> views.removeShared(own));
        views.remove(own);
        assertThat(views.of("devices")).isEmpty();
    }

    private List<String> names() {
        return views.of("devices").stream().map(SavedView::name).toList();
    }
}
