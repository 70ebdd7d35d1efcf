package org.tickmark.scheduler.sim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.message.Message;

/** The transactions of one process: before each statement and each commit, and after each commit, a fault may strike it. */
final class FaultyTransactions implements Transactions {
    private static final int MOST_STATEMENTS = 25;
    private static final Pattern WRITE = Pattern.compile("^\\s*(?:insert into|update|delete from)\\s+(\\w+)");

    private final Simulation simulation;
    private final SimulatedProcess process;
    private final Connection connection;

    FaultyTransactions(Simulation simulation, SimulatedProcess process, Connection connection) {
        this.simulation = simulation;
        this.process = process;
        this.connection = connection;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return run(work);
    }

    @Override
    public <T> T reading(Work<T> work) {
        return run(work);
    }

    private <T> T run(Work<T> work) {
        requireAlive();
        Optional<Fault> fault = simulation.faults().next();
        if (fault.filter(Fault.STALL_BEFORE::equals).isPresent()) {
            simulation.stall(process);
        } else if (fault.filter(Fault.INTERLUDE::equals).isPresent()) {
            simulation.interlude();
        }
        requireAlive();
        Strike strike = new Strike(fault);
        T result = committed(work, strike);
        after(strike, fault);
        return result;
    }

    private void requireAlive() {
        if (process.isDead()) {
            throw new Crash();
        }
    }

    private <T> T committed(Work<T> work, Strike strike) {
        simulation.enter();
        try {
            T result = work.on(strike.tx());
            strike.here();
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack();
            throw problem(e);
        } catch (Throwable e) {
            rollBack();
            throw e;
        } finally {
            simulation.leave();
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TickmarkException problem(SQLException e) {
        boolean injected = "08006".equals(e.getSQLState());
        if (!injected) {
            simulation.violated("SQL", e.toString());
        }
        return Problem.error(injected ? "store.unavailable" : "store.failed", Message.verbatim(e.toString()))
                .exception(e);
    }

    private void after(Strike strike, Optional<Fault> fault) {
        simulation.observe(strike.written);
        if (fault.filter(Fault.CRASH_AFTER_COMMIT::equals).isPresent()) {
            throw new Crash();
        }
        if (fault.filter(Fault.REPLY_LOST::equals).isPresent()) {
            throw problem(new SQLException("the reply is lost", "08006"));
        }
        if (fault.filter(Fault.STALL_AFTER::equals).isPresent()) {
            simulation.stall(process);
            requireAlive();
        }
        strike.afterCommit.forEach(Runnable::run);
    }

    /** One transaction, and the fault that strikes it. */
    private final class Strike {
        private final Optional<Fault> fault;
        private final List<Runnable> afterCommit = new ArrayList<>();
        private int statementsLeft;
        private final Set<String> written = new TreeSet<>();

        Strike(Optional<Fault> fault) {
            this.fault = fault.filter(each -> each == Fault.CRASH || each == Fault.CONNECTION_LOST);
            this.statementsLeft = this.fault.isPresent() ? simulation.random().nextInt(MOST_STATEMENTS) : 0;
        }

        void here() throws SQLException {
            if (fault.isPresent()) {
                if (fault.get() == Fault.CRASH) {
                    throw new Crash();
                }
                throw new SQLException("the connection is lost", "08006");
            }
        }

        private void statement(String sql) throws SQLException {
            Matcher write = WRITE.matcher(sql);
            if (write.find()) {
                written.add(write.group(1));
            }
            if (fault.isPresent() && statementsLeft-- == 0) {
                here();
            }
            if (simulation.variant().commitsBefore(sql)) {
                connection.commit();
            }
        }

        Tx tx() {
            Connection watched = (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::call);
            return new Tx() {
                @Override
                public Connection connection() {
                    return watched;
                }

                @Override
                public Dialect dialect() {
                    return Dialect.H2;
                }

                @Override
                public void afterCommit(Runnable action) {
                    afterCommit.add(action);
                }
            };
        }

        private Object call(Object self, Method method, Object[] arguments) throws Throwable {
            Object[] given = arguments;
            if (method.getName().equals("prepareStatement")) {
                String sql = (String) arguments[0];
                statement(sql);
                given = arguments.clone();
                given[0] = simulation.variant().rewritten(sql);
            }
            try {
                return method.invoke(connection, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
