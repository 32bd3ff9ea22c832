// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves to or from a dead letter queue that a kill cut short: ElasticMQ writes the message to one queue and only then
 * deletes it from the other. Left alone, the second try to move it breaks the store's unique key.
 */
final class CutShortMoves {
    private static final String MESSAGE_TABLES = "MESSAGE\\_%";

    private CutShortMoves() {}

    /** Leaves one copy of each message in the closed store at {@code address}; which of the two does not matter. */
    static void undo(String address) {
        try (var connection = DriverManager.getConnection(address, "", "")) {
            var tables = messageTables(connection);
            for (int i = 0; i < tables.size(); i++) {
                for (var other : tables.subList(i + 1, tables.size())) {
                    deleteSharedWith(other, tables.get(i), connection);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sqs: stored queues cannot be opened: " + e.getMessage(), e);
        }
    }

    private static List<String> messageTables(Connection connection) throws SQLException {
        try (var found = connection.getMetaData().getTables(null, "PUBLIC", MESSAGE_TABLES, null)) {
            var tables = new ArrayList<String>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
            return tables;
        }
    }

    private static void deleteSharedWith(String other, String table, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from \"%s\" where message_id in (select message_id from \"%s\")".formatted(table, other));
        }
    }
}
