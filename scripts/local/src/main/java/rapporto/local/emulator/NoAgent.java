// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

/** The agent that LocalStack starts DynamoDB Local with; it has nothing to do here. */
public final class NoAgent {
    private NoAgent() {}

    /** Does nothing. */
    public static void premain(String arguments) {}
}
