package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.inventory.RegisteredOwners;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads whom flagged devices without a known user are registered for, so that somebody can be asked. It decides nothing: what
 * cannot be read is said with the finding, and the run goes on.
 */
@Component
class OwnerReading {

    /** How many are asked for between two short transactions. */
    private static final int CHUNK = 200;

    private final RunInventory inventory;
    private final RunStore runs;
    private final OwnerRepository owners;
    private final TransactionTemplate transactions;

    OwnerReading(RunInventory inventory, RunStore runs, OwnerRepository owners, TransactionTemplate transactions) {
        this.inventory = inventory;
        this.runs = runs;
        this.owners = owners;
        this.transactions = transactions;
    }

    void read(Run run, RunReport report) {
        long of = owners.countUnasked(run.id());
        long asked = 0;
        List<UUID> wanted = owners.unasked(run.id(), CHUNK);
        while (!wanted.isEmpty()) {
            report.goOn();
            report.doing(String.format(Locale.ENGLISH, "reads whom devices are registered for, %,d of %,d", asked, of));
            Map<UUID, RegisteredOwners> read = inventory.registeredOwners(wanted);
            store(run, () -> owners.keep(run.id(), read));
            RegisteredOwners first = read.values().iterator().next();
            boolean none = read.values().stream().allMatch(each -> each.problem() != null);
            if (none && first.problem() != null) {
                String problem = first.problem();
                store(run, () -> owners.keepUnread(run.id(), problem)); // the others would only wait for the same
            }
            asked += wanted.size();
            wanted = owners.unasked(run.id(), CHUNK);
        }
    }

    private void store(Run run, Runnable changes) {
        transactions.executeWithoutResult(transaction -> {
            runs.hold(run);
            changes.run();
        });
    }
}
