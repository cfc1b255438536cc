package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.OwnersDecisions;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.Test;

/** What tests leave in tables is cleared by the next, whatever tables a later version of the portal adds. */
class ForgottenTablesTest {

    /** In the order in which they are cleared; those of the first list at once. */
    private static final List<String> CLEARED = Stream.of(
                    DemoRequests.KEPT_FOR_GOOD, DemoRequests.OTHERS, OwnersDecisions.EXCEPTIONS)
            .flatMap(List::stream)
            .toList();

    @Test
    void whateverNamesRowsOfAClearedTableIsClearedBeforeIt() {
        List<Reference> references = references();

        assertThat(references).as("such as that of devices to their request").isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(CLEARED)
                        .as("tables that tests clear")
                        .containsSubsequence(reference.from(), reference.to()));
    }

    private static List<Reference> references() {
        return PortalDatabase.jdbc()
                .sql("""
                        select conrelid::regclass::text as from, confrelid::regclass::text as to
                        from pg_constraint
                        where contype = 'f' and conparentid = 0 and conrelid <> confrelid
                          and confrelid = any(:cleared::regclass[])
                        """)
                .param("cleared", CLEARED.toArray(String[]::new))
                .query(Reference.class)
                .list();
    }

    private record Reference(String from, String to) {}
}
