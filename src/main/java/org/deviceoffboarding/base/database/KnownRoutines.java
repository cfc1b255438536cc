package org.deviceoffboarding.base.database;

import java.util.List;
import java.util.stream.Stream;

/** What functions the migrations made: others that the portal's role made, or has its tables carry out, are a stranger's. */
final class KnownRoutines {

    /** All routines that migrations ever made, the name with the types of the arguments. */
    static final List<String> MADE = Stream.concat(
                    LogObjects.MADE.stream()
                            .filter(name ->
                                    name.contains("_refuse_") || name.endsWith("_wait") || name.endsWith("_store"))
                            .map(name -> name + "()"),
                    Stream.of(
                            "approval_threshold()",
                            "audit_entry_chain()",
                            "audit_entry_content(audit_entry)",
                            "audit_search(text)",
                            "audit_words(text)",
                            "change_request_approved_by_another()",
                            "change_request_is_fixed()",
                            "change_request_within_caps()",
                            "devices_taken_away(timestamp with time zone, bigint, boolean)",
                            "finding_pack()",
                            "finding_sort(text, text, text, text, text, text, boolean, boolean, text, timestamp with time zone,"
                                    + " timestamp with time zone)",
                            "folded(text)",
                            "instruction_version_keep()",
                            "instruction_version_refuse_change()",
                            "loosening_is_fixed()",
                            "oldest_migration_to_know()",
                            "packed_device_follow_finding()",
                            "packed_device_follow_list()",
                            "remediation_cap(text)",
                            "requested_device_as_asked()",
                            "requested_device_is_fixed()",
                            "task_change_refuse()",
                            "task_refuse_delete()",
                            "version_key(text)"))
            .toList();

    /** The function {@code p} as {@link #MADE} has it. */
    static final String SIGNATURE =
            "p.proname || '(' || regexp_replace(oidvectortypes(p.proargtypes), '^[^ ]+[.]audit_entry$', 'audit_entry')"
                    + " || ')'";

    private KnownRoutines() {}
}
