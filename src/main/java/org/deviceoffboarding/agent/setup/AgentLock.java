package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentMissingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who begins something that needs the agent, and who removes it or gives it another identity, exclude one another. */
@Component
public class AgentLock implements AgentHold {

    private static final String LOCK = "(hashtextextended('agent', 0))";

    private final JdbcClient jdbc;
    private final AgentRepository agents;

    AgentLock(JdbcClient jdbc, AgentRepository agents) {
        this.jdbc = jdbc;
        this.agents = agents;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
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
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + LOCK).query().listOfRows();
    }
}
