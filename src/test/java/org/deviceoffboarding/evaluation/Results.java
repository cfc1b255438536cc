package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.function.Consumer;
import org.deviceoffboarding.evaluation.ResultPart.Prepared;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the parts of a run's result without the run, for tests that store its findings themselves. */
@Component
public class Results {

    private final List<ResultPart> parts;
    private final TransactionTemplate transactions;

    Results(List<ResultPart> parts, TransactionTemplate transactions) {
        this.parts = parts;
        this.transactions = transactions;
    }

    /** Makes all parts, which are to be swapped in by the caller. */
    public List<Prepared> prepare(long runId) {
        Consumer<Runnable> held = changes -> transactions.executeWithoutResult(transaction -> changes.run());
        return parts.stream().map(part -> part.prepare(runId, held)).toList();
    }

    /** Swaps parts in, with what completes the run, in one transaction. */
    public void publish(List<Prepared> prepared, Runnable completing) {
        transactions.executeWithoutResult(transaction -> {
            prepared.forEach(Prepared::swapIn);
            completing.run();
        });
    }

    /** Forgets what was made, as a run that fails does. */
    public void discard(long runId) {
        transactions.executeWithoutResult(transaction -> parts.forEach(part -> part.discard(runId)));
    }
}
