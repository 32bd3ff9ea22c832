// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine that only this machine reaches. */
final class Loopback {
    private Loopback() {}

    /**
     * Says in our own words that a port is taken, before an emulator says it in its.
     *
     * @param service what the port is for: {@code sqs}
     * @param port 0 is always free
     * @throws IllegalStateException when something else listens there
     */
    static void requireFree(String service, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("%s: port %d is taken, wanted a free one".formatted(service, port), e);
        }
    }
}
