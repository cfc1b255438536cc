package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding, narrowing, sorting and taking away what the tables show. */
@EndToEnd
class TablesIT {

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void aDeviceIsFoundByNameSerialNumberUserAndEachOfItsIds(Visitors visitors) {
        Table devices = devices(visitors);
        List<CSVRecord> all = devices.download();
        assertThat(all).hasSize(devices.size()).hasSizeGreaterThanOrEqualTo(1200);
        CSVRecord one = all.stream()
                .filter(row ->
                        !row.get("Intune ID").isEmpty() && !row.get("User").isEmpty())
                .findFirst()
                .orElseThrow();

        for (String column :
                List.of("Device", "Serial number", "User", "Entra object ID", "Entra device ID", "Intune ID")) {
            String text = one.get(column).toUpperCase(Locale.ROOT);
            devices.search("no device is called so");
            devices.eventually(table -> assertThat(table.size()).isZero());
            devices.search(text);
            devices.eventually(
                    table -> assertThat(table.column(0)).as(text).anyMatch(cell -> cell.startsWith(one.get("Device"))));
        }
    }

    @Test
    void markupInADeviceNameIsShownAsItIsWritten(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices?search=%3Cimg");
        Table devices = reader.table();
        devices.eventually(table -> assertThat(table.column(0)).isNotEmpty().allMatch(cell -> cell.contains("<img")));

        assertThat(reader.page().locator("vaadin-grid img")).hasCount(0);
        reader.page().locator("vaadin-grid a").first().click();
        assertThat(reader.heading()).containsText("<img");
        assertThat(reader.page().locator("main img")).hasCount(0);
    }

    @Test
    void filtersAndOrderStayThroughAReloadAndHoldForTheDownload(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/suggestions");
        Table suggestions = reader.table();
        int all = suggestions.size();

        suggestions.filter("Situation", "Removed from Intune");
        suggestions.eventually(table -> assertThat(table.size()).isBetween(1, all - 1));
        suggestions.sort("Devices");
        suggestions.eventually(table -> assertThat(devicesOf(table)).isSorted().hasSizeGreaterThan(1));
        suggestions.sort("Devices");
        suggestions.eventually(table -> assertThat(devicesOf(table)).isSortedAccordingTo(Comparator.reverseOrder()));
        List<List<String>> before = suggestions.rows();

        assertThat(suggestions.download())
                .hasSize(before.size())
                .allMatch(row -> row.get("Situation").equals("Removed from Intune"));
        reader.page().reload();
        suggestions.eventually(table -> assertThat(table.rows()).isEqualTo(before));
    }

    @Test
    void devicesAreNarrowedAndSortedInTheDatabase(Visitors visitors) {
        Table devices = devices(visitors);
        int all = devices.size();

        devices.filter("In Intune", "No");
        devices.eventually(table -> assertThat(table.size()).isBetween(1, all - 1));
        devices.sort("Device");
        devices.eventually(table -> assertThat(table.column(0)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER));

        assertThat(devices.download())
                .hasSize(devices.size())
                .allMatch(row -> row.get("Intune ID").isEmpty());
    }

    @Test
    void theAuditLogIsNarrowedToAPersonAndAnAction(Visitors visitors) {
        Visitor auditor = visitors.signIn(Person.AUDITOR);
        auditor.open("/audit?action=agent.set-up");

        auditor.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Person"))
                .fill(Person.OWNER.displayName());
        auditor.page().getByRole(AriaRole.OPTION).first().click();

        auditor.page().waitForURL(address -> address.contains("person="));
        auditor.table().eventually(table -> assertThat(table.rows()).hasSize(1));
    }

    @Test
    void theSlashReachesTheSearchField(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        for (String path : List.of("/devices", "/suggestions", "/audit")) {
            reader.goTo(path);

            reader.page().keyboard().press("/");

            assertThat(reader.table().searchField()).isFocused();
            assertThat(reader.table().searchField()).hasValue("");
        }
    }

    /** With longer words than the demo tenant has: of a device that everything is noted of, and of a time of day in twelve hours. */
    @Test
    void neitherPillsNorTimesAreCutInWideAndInNarrowWindows(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        for (PageLook look : PageLook.OF_TESTS) {
            look.apply(reader.page());
            reader.goTo("/devices");
            reader.settle();
            reader.page().evaluate("""
                    () => [...document.querySelectorAll('vaadin-grid .pills')].slice(0, 3).forEach(pills => {
                      for (const words of ['Restricted in Entra', 'In request 1234']) {
                        const pill = document.createElement('vaadin-badge');
                        pill.setAttribute('theme', 'info');
                        pill.textContent = words;
                        pills.append(pill);
                      }
                    })
                    """);
            assertThat(cut(reader)).as("devices, %s", look).isEmpty();

            reader.goTo("/audit");
            reader.settle();
            reader.page().evaluate("""
                    () => [...document.querySelectorAll('vaadin-grid .time-to-second')].slice(0, 3)
                        .forEach(time => time.textContent = 'yesterday 11:12:33\u202fPM')
                    """);
            assertThat(cut(reader)).as("audit log, %s", look).isEmpty();
        }
        PageLook.WIDE_LIGHT.apply(reader.page());
    }

    /** Returns what ends outside its cell. */
    @SuppressWarnings("unchecked")
    private static List<String> cut(Visitor visitor) {
        return (List<String>) visitor.page().evaluate("""
                async () => {
                  await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
                  const all = [...document.querySelectorAll('vaadin-grid :is(.pills > vaadin-badge, .time-to-second)')]
                      .filter(each => each.checkVisibility());
                  return (all.length ? [] : ['nothing is shown']).concat(all
                      .filter(each => {
                        const cell = each.closest('vaadin-grid-cell-content').getBoundingClientRect();
                        const box = each.getBoundingClientRect();
                        return box.left < cell.left - 1 || box.right > cell.right + 1 || box.bottom > cell.bottom + 1;
                      })
                      .map(each => each.textContent));
                }
                """);
    }

    private static Table devices(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/devices");
        return reader.table();
    }

    private static List<Integer> devicesOf(Table suggestions) {
        return suggestions.column(4).stream().map(Integer::valueOf).toList();
    }
}
