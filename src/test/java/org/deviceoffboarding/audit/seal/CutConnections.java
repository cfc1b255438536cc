package org.deviceoffboarding.audit.seal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets a number of statements and commits through, and fails the next one before it reaches the database. */
final class CutConnections extends DelegatingDataSource {

    private int left = Integer.MAX_VALUE;

    CutConnections(DataSource database) {
        super(database);
    }

    void cutAfter(int calls) {
        left = calls;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if ((method.getName().equals("prepareStatement")
                                    || method.getName().equals("commit"))
                            && left-- == 0) {
                        throw new SQLException("Killed");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
