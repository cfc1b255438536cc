package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** When pages are told that the log has grown. */
class AuditLogNewsTest {

    private final List<Object> told = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final AuditLogNews news = new AuditLogNews(told::add, later::add);
    private final TransactionTemplate transaction = new TransactionTemplate(new Nothing());

    @Test
    void manyEntriesAreToldOfTogetherAndOnlyOnceTheyAreCommitted() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 1_000; i++) {
                news.recorded();
            }
            assertThat(later).isEmpty();
        });
        transaction.executeWithoutResult(status -> news.recorded());

        assertThat(later).hasSize(1);
        assertThat(told).isEmpty();
        later.remove().run();
        assertThat(told).containsExactly(new AuditLogGrown());
    }

    @Test
    void whatIsRolledBackIsNotToldOf() {
        transaction.executeWithoutResult(status -> {
            news.recorded();
            status.setRollbackOnly();
        });

        assertThat(later).isEmpty();
    }

    @Test
    void whatComesWhilePagesAreToldIsToldOfAfterwards() {
        news.note();
        later.remove().run();

        news.note();

        assertThat(later).hasSize(1);
    }

    /** Begins and ends transactions of nothing. */
    private static final class Nothing extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
