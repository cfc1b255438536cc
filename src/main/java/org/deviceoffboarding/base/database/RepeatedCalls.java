package org.deviceoffboarding.base.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls a service once more for somebody in front of a page where the database met a fault that passes. Only where nothing was
 * committed, so that nothing is done twice; what is sent to Entra is sent by jobs alone.
 */
public class RepeatedCalls implements MethodInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RepeatedCalls.class);

    private static final ThreadLocal<Boolean> GOES_ON = ThreadLocal.withInitial(() -> false);

    private final ObjectProvider<DataSource> database;

    public RepeatedCalls(ObjectProvider<DataSource> database) {
        this.database = database;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (!PageWork.isGoingOn() || GOES_ON.get() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        GOES_ON.set(true);
        try {
            return twiceAtMost((ProxyMethodInvocation) call);
        } finally {
            GOES_ON.remove();
        }
    }

    private @Nullable Object twiceAtMost(ProxyMethodInvocation call) throws Throwable {
        long commits = Commits.soFar();
        try {
            return call.invocableClone().proceed();
        } catch (RuntimeException fault) {
            if (!PassingFaults.arePassing(fault) || isWaitedOut(fault) || Commits.soFar() != commits) {
                throw fault;
            }
            log.atInfo()
                    .setCause(fault)
                    .addKeyValue("call", call.getMethod().getName())
                    .log("Tried again after a fault of the database");
            if (PassingFaults.areOfConnection(fault)) {
                dropConnections();
            }
            return call.proceed();
        }
    }

    /** The pool has waited long enough for a connection. */
    private static boolean isWaitedOut(RuntimeException fault) {
        return NestedExceptionUtils.getRootCause(fault) instanceof SQLTransientConnectionException;
    }

    /** Where one was cut, the others were, too. */
    private void dropConnections() throws SQLException {
        DataSource used = database.getObject();
        if (used.isWrapperFor(HikariDataSource.class)) {
            used.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
    }
}
