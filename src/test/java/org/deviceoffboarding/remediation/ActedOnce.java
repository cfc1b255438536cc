package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds after a request to disable devices, whatever happened meanwhile: nothing lost, nothing doubled. */
final class ActedOnce {

    private final JdbcClient jdbc;
    private final Population population;

    private ActedOnce(RemediationTestBed testBed) {
        jdbc = testBed.jdbc();
        population = testBed.tenant().context().getBean(Population.class);
    }

    /** @param devices those of the only request */
    static void on(List<UUID> devices, RemediationTestBed testBed) {
        new ActedOnce(testBed).require(devices);
    }

    private void require(List<UUID> devices) {
        assertThat(jdbc.sql("select state, count(*) || '' from requested_device group by state")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("VERIFIED " + devices.size());
        assertThat(devices).allSatisfy(this::wasDisabledOnce);
        assertThat(entries("device.disabled")).isEqualTo(devices.size());
        assertThat(entries("device.verified")).isEqualTo(devices.size());
        assertThat(jdbc.sql("select count(*) from disabled_device")
                        .query(Integer.class)
                        .single())
                .isEqualTo(devices.size());
    }

    private void wasDisabledOnce(UUID device) {
        int number = Objects.requireNonNull(population.findEntraDevice(IdKind.ENTRA_OBJECT, device.toString()))
                .number();
        assertThat(population.changes().history(number))
                .extracting(DeviceWrite::what)
                .as("what took effect on %s", device)
                .containsExactly(DeviceWrite.What.DISABLED);
        assertThat(population.changes().history(number).getFirst().by()).isEqualTo("approver@contoso.example");
    }

    /** Returns how many devices have exactly one entry of a sort in the audit log. */
    private int entries(String action) {
        return jdbc.sql("""
                select count(*) from (select subject from audit_entry where action = :action group by subject
                                      having count(*) = 1) once
                """).param("action", action).query(Integer.class).single();
    }
}
