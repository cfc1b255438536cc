package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** A portal that was just installed, up to its first result. */
final class FirstVisitTour implements Tour {

    @Override
    public void lead(Visitors visitors, Album album) {
        Visitor owner = visitors.newcomer();
        album.take(Scene.SIGN_IN, owner, () -> owner.open("/"));
        Visitor guest = visitors.newcomer();
        album.take(Scene.NO_ROLE, guest, () -> guest.signIn(Person.NO_ROLE));
        album.take(Scene.FIRST_VISIT, owner, () -> owner.signIn(Person.OWNER));
        Visitor reader = visitors.newcomer();
        album.take(Scene.FIRST_VISIT_OF_READER, reader, () -> reader.signIn(Person.READER));
        before(owner, album);
        setUp(owner, reader, album, visitors.portal());
    }

    private static void before(Visitor owner, Album album) {
        album.take(Scene.SUGGESTIONS_BEFORE, owner, () -> owner.open("/suggestions"));
        album.take(Scene.DEVICES_BEFORE, owner, () -> owner.open("/devices"));
        album.take(Scene.EXCEPTIONS_NONE, owner, () -> owner.open("/exceptions"));
        album.take(Scene.TASKS_NONE, owner, () -> owner.open("/tasks"));
        album.take(Scene.APPROVALS_NONE, owner, () -> owner.open("/approvals"));
        album.take(Scene.REMOVED_NONE, owner, () -> owner.open("/removed"));
        album.take(Scene.DELETED_NONE, owner, () -> owner.open("/removed/deleted"));
        album.take(Scene.SETTINGS_BEFORE, owner, () -> owner.open("/settings"));
    }

    private static void setUp(Visitor owner, Visitor reader, Album album, Portal portal) {
        album.take(Scene.CONSENT, owner, () -> {
            owner.open("/");
            owner.button("Set up agent…").click();
            assertThat(owner.button("Accept")).isVisible();
        });
        album.take(Scene.CONSENT_REFUSED, owner, () -> {
            owner.button("Cancel").click();
            assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
        });
        album.take(Scene.FIRST_RUN_FAILED, owner, () -> {
            portal.faults().failFirstRun();
            owner.open("/");
            AgentSteps.startFrom(owner);
            assertThat(owner.button("Run again…")).isVisible();
        });
        album.take(Scene.FIRST_RUN, owner, () -> {
            portal.faults().letGo();
            portal.faults().holdNextRun();
            owner.button("Run again…").click();
            owner.button("Start run").click();
            assertThat(owner.section("Run in progress")).isVisible();
        });
        album.take(Scene.DEVICES_RUNNING, reader, () -> reader.open("/devices"));
        album.take(Scene.RUN_RUNNING, reader, () -> reader.open("/runs/2"));
        portal.faults().letGo();
        owner.open("/");
        AgentSteps.mustShowResult(owner);
        portal.resultWasSeen();
    }
}
