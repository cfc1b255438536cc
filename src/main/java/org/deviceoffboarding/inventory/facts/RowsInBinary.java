package org.deviceoffboarding.inventory.facts;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has rows sent some at a time, and as the database holds them: the driver has IDs and times written out, and reads them, until it has
 * seen a statement several times.
 */
final class RowsInBinary extends JdbcTemplate {

    /** Of {@link PGStatement#setPrepareThreshold}: at once. */
    private static final int ALWAYS = -1;

    RowsInBinary(DataSource database, int rowsAtOnce) {
        super(database);
        setFetchSize(rowsAtOnce);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS);
    }
}
