// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import rapporto.json.MalformedField;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.core.exception.SdkException;

/** How a command ends: the same codes for all, listed in every help. */
enum Exit {
    OK(0, "done"),
    UNEXPECTED(1, "something unexpected went wrong"),
    USAGE(2, "the command's words are wrong"),
    NOT_FOUND(3, "there is no such thing"),
    REFUSED(4, "refused: signature or permission"),
    UPSTREAM(5, "the machine, AWS or the network did not answer"),
    PARTIAL(6, "some of several failed"),
    CHECK_FAILED(7, "a check failed");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        for (var exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }

    /** One line on stderr for a fault, and its code. */
    static int tell(Exception fault) {
        System.err.println(fault.getMessage());
        return switch (fault) {
            case Stop stop -> stop.exit().code();
            case StoreUnavailable _, SdkException _ -> UPSTREAM.code();
            case MalformedField _ -> USAGE.code();
            default -> UNEXPECTED.code();
        };
    }

    /** Ends the command with one line and this code. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Exit exit;

        Stop(Exit exit, String message) {
            super(message);
            this.exit = exit;
        }

        Exit exit() {
            return exit;
        }
    }
}
