package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import javax.sql.DataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A database that fails at a step of the test's choosing. Each statement is a step, and each commit is two: one in front of
 * it and one behind it, where all is done and nobody hears of it. For one thread.
 */
final class MortalDatabase extends DelegatingDataSource {
    /** How it fails. */
    enum Failure {
        /** The process dies, and nothing it would do afterwards is done. */
        DEATH,
        /** The connection is lost. */
        LOSS,
        /** The transaction is chosen to resolve a deadlock; not at a commit. */
        DEADLOCK
    }

    private static final long NEVER = Long.MAX_VALUE;

    private Failure failure = Failure.DEATH;
    private long stepsLeft = NEVER;
    private boolean gone;

    MortalDatabase(DataSource database) {
        super(database);
    }

    /** Fails at the step of this number, from now on and counted from 1. */
    void failAt(long step, Failure how) {
        stepsLeft = step;
        failure = how;
    }

    /** Everything works again. */
    void revive() {
        stepsLeft = NEVER;
        gone = false;
    }

    /** Whether the step has been reached. */
    boolean hasFailed() {
        return stepsLeft <= 0;
    }

    /** Whether it is failing still. */
    boolean isGone() {
        return gone;
    }

    /** Whether the process is dead: what it would do to others is not done. */
    boolean isDead() {
        return gone && failure == Failure.DEATH;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (gone) {
            throw lost();
        }
        var connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> on(connection, method, arguments));
    }

    private @Nullable Object on(Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close", "isClosed", "getAutoCommit", "setAutoCommit", "rollback", "releaseSavepoint" ->
                gone && !method.getName().equals("close") && !method.getName().equals("isClosed")
                        ? nothing(method)
                        : invoke(connection, method, arguments);
            case "commit" -> {
                step(connection, false);
                invoke(connection, method, arguments);
                step(connection, false);
                yield null;
            }
            case "prepareStatement" ->
                statement(connection, PreparedStatement.class, invoke(connection, method, arguments));
            case "createStatement" -> statement(connection, Statement.class, invoke(connection, method, arguments));
            default -> {
                alive();
                yield invoke(connection, method, arguments);
            }
        };
    }

    private <S extends Statement> S statement(Connection connection, Class<S> type, @Nullable Object statement)
            throws SQLException {
        alive();
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                step(connection, true);
            }
            return invoke(Objects.requireNonNull(statement), method, arguments);
        });
    }

    private void alive() throws SQLException {
        if (gone) {
            throw lost();
        }
    }

    private void step(Connection connection, boolean mayDeadlock) throws SQLException {
        alive();
        stepsLeft--;
        if (stepsLeft == 0 && (failure != Failure.DEADLOCK || mayDeadlock)) {
            connection.rollback();
            if (failure == Failure.DEADLOCK) {
                throw new SQLTransactionRollbackException("Deadlock found when trying to get lock", "40001", 1213);
            }
            gone = true;
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLRecoverableException("Communications link failure", "08S01");
    }

    private static @Nullable Object nothing(Method method) {
        return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
