package org.deviceoffboarding.audit.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SortedMap;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.Test;

/** What the portal takes for the definition of its log is what the migrations make. */
class LogDefinitionDocumentTest {

    private static final Path FILE = Path.of(
                    "src/main/resources", LogDefinition.class.getPackageName().replace('.', '/'))
            .resolve(DefinitionMade.RESOURCE);

    @Test
    void whatIsWrittenDownIsWhatTheMigrationsMake() throws IOException, SQLException {
        String wanted = String.join("\n", DefinitionMade.lines(made())) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, wanted);
        } else {
            assertThat(Files.readString(FILE))
                    .as(
                            "%s is made from the migrations, which have changed. Rewrite it by"
                                    + " mvn test -Dtest='*DocumentTest' -Ddocs.write=true, and commit it.",
                            FILE)
                    .isEqualTo(wanted);
        }
    }

    private static SortedMap<DefinedThing, String> made() throws SQLException {
        try (Connection connection = DriverManager.getConnection(MigratedDatabase.create(), TestDatabase.USER, "")) {
            connection.setAutoCommit(false);
            return DefinitionFound.read(connection);
        }
    }
}
