package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets requests expire that nobody decided about in time, and makes sure that those to be carried out are. */
@Component
class RequestWatch {

    private final RequestStore requests;
    private final RequestTransitions transitions;
    private final JobQueue jobs;
    private final RequestNews news;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestWatch(
            RequestStore requests,
            RequestTransitions transitions,
            JobQueue jobs,
            RequestNews news,
            TransactionTemplate transactions,
            Clock clock) {
        this.requests = requests;
        this.transitions = transitions;
        this.jobs = jobs;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called every minute. */
    void look() {
        requests.overdue(clock.instant()).forEach(this::expire);
        requests.running().forEach(request -> jobs.add(RequestTask.of(request.id())));
    }

    private void expire(ChangeRequest request) {
        try {
            transactions.executeWithoutResult(transaction -> transitions.expire(request));
            news.announce(request);
        } catch (OptimisticLockingFailureException decidedMeanwhile) {
            // Somebody was just in time.
        }
    }
}
