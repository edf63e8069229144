package io.github.clearstreet.journal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that is in trouble a number of times. */
final class TroubledDataSource implements DataSource {
    private final Connections connections;
    private final Trouble trouble;
    private int times;

    TroubledDataSource(Connections connections, Trouble trouble, int times) {
        this.connections = connections;
        this.trouble = trouble;
        this.times = times;
    }

    /** What goes wrong. */
    enum Trouble {
        STARTING_UP,
        CUT_OFF,
        COMMIT_NOT_ACKNOWLEDGED,
        CLOSE_FAILS,
        POOL_IS_EMPTY,
        POOL_IS_CLOSED,
        NO_NETWORK_TIMEOUT,
        STAYS_OPEN
    }

    /** Where connections come from. */
    interface Connections {
        Connection get() throws SQLException;
    }

    private boolean isNow(Trouble asked) {
        return trouble == asked && times-- > 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isNow(Trouble.STARTING_UP)) {
            throw new SQLException("the database system is starting up", "57P03");
        }
        if (isNow(Trouble.POOL_IS_EMPTY)) {
            throw new SQLTransientConnectionException("no connection in the pool within 1 ms");
        }
        if (isNow(Trouble.POOL_IS_CLOSED)) {
            throw new IllegalStateException("the pool is closed");
        }
        Connection real = connections.get();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.equals("prepareStatement") && isNow(Trouble.CUT_OFF)) {
                        real.close();
                    }
                    if (name.endsWith("NetworkTimeout") && isNow(Trouble.NO_NETWORK_TIMEOUT)) {
                        throw new SQLFeatureNotSupportedException("not here");
                    }
                    if (name.equals("close") && isNow(Trouble.STAYS_OPEN)) {
                        return null;
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (name.equals("commit") && isNow(Trouble.COMMIT_NOT_ACKNOWLEDGED)
                            || name.equals("close") && isNow(Trouble.CLOSE_FAILS)) {
                        throw new SQLException("the connection broke", "08006");
                    }
                    return result;
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
