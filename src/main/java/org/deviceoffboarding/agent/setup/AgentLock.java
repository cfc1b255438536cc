package org.deviceoffboarding.agent.setup;

import java.sql.Statement;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.database.PassingFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who begins something that needs the agent, and who removes it or gives it another identity, exclude one another. */
@Component
public class AgentLock implements AgentHold {

    private static final String LOCK = "(hashtextextended('agent', 0))";

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final AgentRepository agents;

    AgentLock(JdbcClient jdbc, JdbcOperations connections, AgentRepository agents) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.agents = agents;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = AgentMissingException.class)
    public void hold() {
        lock("pg_advisory_xact_lock_shared");
        if (agents.find().isEmpty()) {
            throw new AgentMissingException();
        }
    }

    /**
     * Lets nobody begin anything that needs the agent until the end of the caller's transaction. Before anything else in it.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException if somebody has been beginning something for seconds; the
     *     transaction is then of no more use
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAlone() {
        jdbc.sql("set local lock_timeout = '5s'").update();
        try {
            lock("pg_advisory_xact_lock");
        } catch (DataAccessException e) { // Spring knows no lock that was waited for too long
            if (!PassingFaults.arePassing(e) || PassingFaults.areOfConnection(e)) {
                throw e;
            }
            throw new CannotAcquireLockException("Somebody has been beginning something that needs the agent", e);
        }
    }

    /**
     * Does something in transactions of its own while nobody sets an agent up, removes one or gives it another identity: they give up
     * after seconds. Holds a connection meanwhile.
     */
    public void keepAsItIs(Runnable what) {
        connections.execute((ConnectionCallback<@Nullable Void>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock_shared" + LOCK);
                try {
                    what.run();
                } finally {
                    statement.execute("select pg_advisory_unlock_shared" + LOCK);
                }
            }
            return null;
        });
    }

    private void lock(String function) {
        jdbc.sql("select " + function + LOCK).query().listOfRows();
    }
}
