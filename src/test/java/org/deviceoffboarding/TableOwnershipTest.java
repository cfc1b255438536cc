package org.deviceoffboarding;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table has one owner. Others ask that module, or read a view that it declares for them. */
class TableOwnershipTest {

    private static final Path SOURCES = Path.of("src/main/java/org/deviceoffboarding");
    private static final Path MIGRATIONS = Path.of("db/migration");

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("access", Set.of("claims_challenge", "portal_session")),
            Map.entry(
                    "ask",
                    Set.of(
                            "named_question",
                            "pinned_question",
                            "question_history",
                            "question_number",
                            "question_watch")),
            Map.entry("agent", Set.of("agent", "agent_readiness", "agent_removal")),
            Map.entry(
                    "audit",
                    Set.of(
                            "audit_checkpoint",
                            "audit_entry",
                            "audit_entry_device",
                            "audit_checkpoint_file",
                            "audit_leaf",
                            "audit_log_identity",
                            "audit_restoration",
                            "audit_restoration_confirmed",
                            "audit_tile",
                            "audit_refused",
                            "audit_unsealed",
                            "audit_verification",
                            "audit_whole_entry")),
            Map.entry("base", Set.of("scheduled_tasks")),
            Map.entry("delegation", Set.of("action_identity")),
            Map.entry(
                    "evaluation",
                    Set.of(
                            "confirmed_inventory",
                            "device_kind",
                            "device_link",
                            "evaluation_rules",
                            "evaluation_run",
                            "finding",
                            "finding_list",
                            "finding_total",
                            "left_out",
                            "left_out_list",
                            "listed_finding",
                            "listed_left_out",
                            "result_retention",
                            "run_schedule",
                            "run_schedule_state",
                            "scheduled_run")),
            Map.entry("exception", Set.of("device_exception", "exception_member", "exception_reading")),
            Map.entry("graph", Set.of("write_pace", "write_slot")),
            Map.entry("instruction", Set.of("instruction_group", "instruction_group_member", "instruction_version")),
            Map.entry(
                    "inventory",
                    Set.of(
                            "autopilot_identity",
                            "entra_device",
                            "inventory",
                            "inventory_source",
                            "known_autopilot_identity",
                            "known_managed_device",
                            "known_removal_event",
                            "listed_device",
                            "listed_total",
                            "packed_device",
                            "relisted_device",
                            "managed_device",
                            "moved_managed_device",
                            "removal_event",
                            "restricted_unit_member")),
            Map.entry("keys", Set.of("device_key")),
            Map.entry(
                    "notification",
                    Set.of(
                            "delivery_destination",
                            "delivery_outage",
                            "delivery_restoration",
                            "delivery_test",
                            "notice",
                            "notice_choice",
                            "notice_timing",
                            "parcel",
                            "parcel_notice",
                            "told_notice",
                            "webhook",
                            "webhook_secret")),
            Map.entry(
                    "person",
                    Set.of(
                            "draft",
                            "looked_up_person",
                            "person",
                            "person_preference",
                            "role_assignment",
                            "role_assignment_reading",
                            "saved_view")),
            Map.entry(
                    "playbook",
                    Set.of("changed_playbook", "changed_step", "key_check", "playbook_history", "step_tick")),
            Map.entry("remediation", Set.of("change_request", "remediation_rules", "requested_device")),
            Map.entry("removed", Set.of("deleted_device", "disabled_device", "verified_change")),
            Map.entry("safeguard", Set.of("closed_loosening", "loosening")),
            Map.entry("secretkey", Set.of("key_holder", "key_rotation")),
            Map.entry("suggestion", Set.of("factor", "still_there", "suggestion")),
            Map.entry(
                    "task",
                    Set.of(
                            "task",
                            "task_before_step",
                            "task_change",
                            "task_comment",
                            "task_device",
                            "task_due_told",
                            "task_mention",
                            "task_settings",
                            "task_step",
                            "task_watch",
                            "team",
                            "team_member")));

    /** Views, by who declares them, that others may read. */
    private static final Map<String, Set<String>> VIEWS = Map.of(
            "evaluation", Set.of("device_left_out_by_instruction", "flagged_device", "unhealthy_link"),
            "inventory",
                    Set.of(
                            "device_to_pack",
                            "former_record",
                            "inventory_device",
                            "inventory_listing",
                            "inventory_record"),
            "keys", Set.of("known_device_key"),
            "person", Set.of("known_person", "person_name"),
            "remediation", Set.of("device_of_request", "request_standing"),
            "removed", Set.of("device_disabled_here"),
            "suggestion", Set.of("suggested_device", "suggestion_now", "suggestion_of_run"));

    private static final Pattern CREATED = Pattern.compile("create (?:table|view) (?:if not exists )?(\\w+)");

    /** Repeats characters, not alternatives: a long text would not fit the stack. */
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"");

    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|truncate|copy|table)\\s+(\\w+)");

    /** What is given to those who write statements for others. */
    private static final Pattern GIVEN =
            Pattern.compile("new (?:VersionedSettings|CopyTable)<[^>]*>\\(\\s*(?:jdbc,\\s*)?\"(\\w+)\"");

    private static final Pattern CHANGES_STATE = Pattern.compile("update (?:change_request|requested_device)\\b");

    @Test
    void everyTableAndEveryViewHasOneOwner() {
        List<String> owned = Stream.of(TABLES, VIEWS)
                .flatMap(owners -> owners.values().stream())
                .flatMap(Set::stream)
                .toList();

        assertThat(owned).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(owned)).isEqualTo(created());
    }

    @Test
    void noModuleNamesATableOfAnother() {
        Map<String, String> owners = TABLES.entrySet().stream()
                .flatMap(owner -> owner.getValue().stream().map(table -> Map.entry(table, owner.getKey())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

        List<String> violations = new ArrayList<>();
        sources()
                .forEach(source -> namedIn(source).stream()
                        .filter(table -> !moduleOf(source).equals(owners.getOrDefault(table, moduleOf(source))))
                        .forEach(table -> violations.add(source + " names " + table + " of " + owners.get(table))));

        assertThat(violations).as("Ask the module, or let it declare a view").isEmpty();
    }

    @Test
    void onlyTransitionsChangeHowRequestsAndTheirDevicesStand() {
        assertThat(sources()
                        .filter(source ->
                                CHANGES_STATE.matcher(literals(source)).find()))
                .extracting(source -> source.getFileName().toString())
                .containsExactlyInAnyOrder("RequestStore.java", "DeviceTransitions.java");
    }

    @Test
    void everyOwnerNamesItsTables() {
        TABLES.forEach((module, tables) -> assertThat(sources()
                        .filter(source -> moduleOf(source).equals(module))
                        .map(TableOwnershipTest::literals)
                        .collect(joining()))
                .as("What %s says to the database", module)
                .contains(tables));
    }

    private static Set<String> created() {
        Set<String> created = new TreeSet<>();
        files(MIGRATIONS, ".sql")
                .forEach(migration ->
                        CREATED.matcher(text(migration)).results().forEach(found -> created.add(found.group(1))));
        return created;
    }

    private static Set<String> namedIn(Path source) {
        Set<String> named = new TreeSet<>();
        NAMED.matcher(literals(source)).results().forEach(found -> named.add(found.group(1)));
        GIVEN.matcher(text(source)).results().forEach(found -> named.add(found.group(1)));
        return named;
    }

    private static String literals(Path source) {
        return LITERAL.matcher(text(source))
                .results()
                .map(found -> found.group())
                .collect(joining(" "));
    }

    private static String moduleOf(Path source) {
        return SOURCES.relativize(source).getName(0).toString();
    }

    private static Stream<Path> sources() {
        return files(SOURCES, ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
