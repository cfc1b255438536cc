package org.deviceoffboarding.evaluation.listing;

import javax.sql.DataSource;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.inventory.DeviceCorrected;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists that are kept of fewer rows than it would be worth, for tests of another package. */
public final class KeptLists {

    private final TransactionTemplate transactions;
    private final ListedFindings findings;
    private final ListedLeftOut leftOut;

    /** @param few longer lists are kept */
    public KeptLists(DataSource database, int few) {
        JdbcTransactionManager manager = new JdbcTransactionManager(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        ListTables tables = new ListTables(jdbc, manager);
        transactions = new TransactionTemplate(manager);
        findings = new ListedFindings(JdbcClient.create(jdbc), tables, few);
        leftOut = new ListedLeftOut(JdbcClient.create(jdbc), tables, few);
    }

    public ListedFindings findings() {
        return findings;
    }

    public ListedLeftOut leftOut() {
        return leftOut;
    }

    /** Hears of what the portal did to a device. */
    public void correct(DeviceCorrected event) {
        findings.on(event);
    }

    /** Makes a part for a run, and returns what puts it in place. */
    public Runnable prepare(ResultPart part, long runId) {
        ResultPart.Prepared prepared =
                part.prepare(runId, changes -> transactions.executeWithoutResult(transaction -> changes.run()));
        return () -> transactions.executeWithoutResult(transaction -> prepared.swapIn());
    }
}
