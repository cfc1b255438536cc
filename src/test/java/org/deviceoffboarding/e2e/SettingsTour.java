package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The settings, and what two owners do with them. */
final class SettingsTour implements Tour {

    @Override
    public void lead(Visitors visitors, Album album) {
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor second = visitors.signIn(Person.SECOND_OWNER);
        album.take(Scene.SETTINGS, owner, () -> owner.open("/settings"));
        identity(owner, second, album);
        schedule(owner, visitors, album);
        album.take(Scene.INSTRUCTIONS, owner, () -> owner.open("/settings/instructions"));
        album.take(Scene.INSTRUCTIONS_EFFECT, owner, () -> {
            owner.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Custom instructions"))
                    .fill("Exclude devices with platform Windows");
            assertThat(owner.section("What it would change")).containsText("would no longer be suggested");
        });
        album.take(Scene.INSTRUCTIONS_TYPED, owner, () -> {
            owner.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Custom instructions"))
                    .fill("Exclude devices with names matching LAP*\nBe careful with the board's devices");
            assertThat(owner.section("How they are understood")).containsText("1 sentence is not understood");
        });
        thresholds(owner, album);
        album.take(Scene.LEAVE_UNSAVED, owner, () -> {
            owner.open("/settings/thresholds");
            owner.page().locator("vaadin-integer-field input").first().fill("45");
            owner.page().locator("vaadin-side-nav-item[path=devices]").click();
            assertThat(owner.button("Stay")).isVisible();
        });
        owner.button("Leave").click();
        assertThat(owner.heading()).hasText("Devices");
        album.take(Scene.PEOPLE, owner, () -> owner.open("/settings/people"));
        notices(owner, album);
        album.take(Scene.TASK_SETTINGS, owner, () -> owner.open("/settings/tasks"));
        album.take(Scene.TEAM, owner, () -> {
            owner.button("Define team…").click();
            assertThat(owner.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name")))
                    .isVisible();
        });
        owner.button("Cancel").click();
        playbooks(owner, album);
        loosening(owner, second, album);
    }

    private static void notices(Visitor owner, Album album) {
        Page page = owner.page();
        album.take(Scene.BELL, owner, () -> owner.open("/settings/people"), look -> {
            page.locator(".bell:visible").first().click();
            assertThat(page.getByText("All notices")).isVisible();
        });
        album.take(Scene.NOTICES, owner, () -> owner.open("/notices"));
        album.take(Scene.NOTICE_CHOICES, owner, () -> owner.open("/notices/choices"));
        album.take(Scene.NOTIFICATIONS, owner, () -> owner.open("/settings/notifications"));
        album.take(Scene.ADD_WEBHOOK, owner, () -> {
            owner.open("/settings/notifications");
            owner.button("Add webhook…").click();
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"))
                    .fill("Tickets");
            page.getByLabel("JSON (CloudEvents, signed)").check();
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Address"))
                    .fill("https://tickets.contoso.example/in");
        });
        album.take(Scene.WEBHOOK_SECRET, owner, () -> {
            owner.button("Save").click();
            assertThat(owner.button("I have copied it")).isVisible();
        });
        owner.button("I have copied it").click();
        album.take(Scene.NEW_WEBHOOK_SECRET, owner, () -> {
            owner.button("New secret: Tickets").click();
            assertThat(owner.button("Keep the secret")).isVisible();
        });
        owner.button("Keep the secret").click();
        album.take(Scene.REMOVE_WEBHOOK, owner, () -> {
            owner.button("Remove: Tickets").click();
            assertThat(owner.button("Keep the webhook")).isVisible();
        });
        owner.button("Remove").last().click();
    }

    private static void schedule(Visitor owner, Visitors visitors, Album album) {
        Page page = owner.page();
        album.take(Scene.SCHEDULE, owner, () -> owner.open("/settings/schedule"));
        album.take(Scene.SCHEDULE_TYPED, owner, () -> {
            page.getByLabel("By a cron line").check();
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Cron line"))
                    .fill("30 2 * * MON-FRI");
            assertThat(owner.section("Next runs")).containsText("02:30");
        });
        owner.button("Save").click();
        assertThat(owner.section("How it stands")).containsText("by the cron line 30 2 * * MON-FRI");
        Visitor reader = visitors.signIn(Person.READER);
        album.take(Scene.SCHEDULE_OF_READER, reader, () -> reader.open("/settings/schedule"));
        page.getByLabel("By hand only").check();
        owner.button("Save").click();
        assertThat(owner.section("How it stands")).containsText("by hand only");
    }

    private static void thresholds(Visitor owner, Album album) {
        Page page = owner.page();
        album.take(Scene.THRESHOLDS, owner, () -> owner.open("/settings/thresholds"));
        album.take(Scene.THRESHOLDS_TYPED, owner, () -> {
            page.getByLabel("Silent after").first().fill("180");
            assertThat(owner.section("What it would change")).containsText("would no longer be suggested");
        });
        album.take(Scene.THRESHOLDS_WHICH, owner, () -> {
            owner.section("What it would change")
                    .locator("vaadin-button")
                    .first()
                    .click();
            assertThat(owner.button("Close")).isVisible();
        });
        owner.button("Close").click();
        album.take(Scene.THRESHOLDS_BACK, owner, () -> {
            page.getByLabel("Silent after").first().fill("90");
            page.getByLabel("Look-back for removal events").first().fill("60");
            owner.button("Save").first().click();
            assertThat(owner.section("History of the thresholds")).containsText("60 days (was 30 days)");
            owner.button("Go back to what the portal comes with").first().click();
            assertThat(page.getByText("The fields hold what the portal comes with now."))
                    .isVisible();
        });
        owner.button("Save").first().click();
        assertThat(owner.section("History of the thresholds")).containsText("30 days (was 60 days)");
    }

    private static void identity(Visitor owner, Visitor second, Album album) {
        album.take(Scene.RENEW_IDENTITY, owner, () -> {
            owner.button("Renew identity…").click();
            assertThat(owner.button("Sign in as " + Person.OWNER.userPrincipalName()))
                    .isVisible();
        });
        owner.button("Cancel").click();
        album.take(Scene.REMOVE_AGENT, owner, () -> {
            owner.button("Remove agent…").click();
            assertThat(owner.button("Keep the agent")).isVisible();
        });
        owner.button("Keep the agent").click();
        album.take(Scene.CHOOSE_IDENTITY, second, () -> {
            second.open("/settings");
            second.button("Choose another identity…").click();
            assertThat(second.button("Sign in as " + Person.SECOND_OWNER.userPrincipalName()))
                    .isVisible();
        });
        album.take(Scene.IDENTITY_REFUSED, second, () -> {
            second.button("Sign in as " + Person.SECOND_OWNER.userPrincipalName())
                    .click();
            second.button("Cancel").click();
            assertThat(second.page().getByRole(AriaRole.ALERT)).isVisible();
        });
    }

    private static void playbooks(Visitor owner, Album album) {
        album.take(Scene.PLAYBOOKS, owner, () -> owner.open("/settings/playbooks"));
        album.take(Scene.PLAYBOOK, owner, () -> owner.open("/settings/playbooks/hybrid"));
        album.take(Scene.PLAYBOOK_PREVIEW, owner, () -> {
            owner.button("Preview").click();
            assertThat(owner.button("Close")).isVisible();
        });
        album.take(Scene.PLAYBOOK_RESET, owner, () -> {
            owner.open("/settings/playbooks/hybrid");
            owner.page().locator(".step-editor vaadin-details-summary").first().click();
            owner.page().getByLabel("What is to be done").first().fill("Look at it twice");
            owner.button("Save").click();
            owner.button("Back to the default…").click();
            assertThat(owner.button("Keep the changes")).isVisible();
        });
        album.take(Scene.PLAYBOOK_UNKNOWN, owner, () -> owner.open("/settings/playbooks/nothing-like-it"));
    }

    private static void loosening(Visitor owner, Visitor second, Album album) {
        album.take(Scene.APPROVAL_RULES, owner, () -> owner.open("/settings/approval"));
        album.take(Scene.APPROVAL_RULES_TYPED, owner, () -> {
            owner.page().getByLabel("Most devices in 24 hours").fill("100");
            assertThat(owner.section("What it would change")).containsText("No device comes or goes by this");
        });
        owner.page().getByLabel("Most devices in 24 hours").fill("1000");
        album.take(Scene.LOOSENING, second, () -> {
            owner.page().getByLabel("Most devices of a request").fill("600");
            owner.page().getByLabel("Most devices of a request").press("Tab");
            owner.button("Save").click();
            second.open("/settings/approval");
            assertThat(second.button("Confirm…").first()).isVisible();
        });
        album.take(Scene.CONFIRM_LOOSENING, second, () -> {
            second.button("Confirm…").first().click();
            assertThat(second.button("Let it take effect now")).isVisible();
        });
        second.button("Cancel").click();
        owner.button("Take back").first().click();
    }
}
