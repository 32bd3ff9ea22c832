// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final String NO_CREDENTIALS =
            "no credentials of AWS found: set AWS_PROFILE or AWS_ACCESS_KEY_ID, or give --profile";

    private static final Pattern DENIED = Pattern.compile(
            "AccessDenied|UnrecognizedClient|InvalidClientToken|ExpiredToken|InvalidSignature|" + NO_CREDENTIALS);

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
        var words = words(fault);
        System.err.println(words);
        return switch (fault) {
            case Stop stop -> stop.exit().code();
            case StoreUnavailable _, SdkException _ -> (DENIED.matcher(words).find() ? REFUSED : UPSTREAM).code();
            case MalformedField _ -> USAGE.code();
            default -> UNEXPECTED.code();
        };
    }

    /** The SDK tells in full where it looked for credentials: that is no line for people. */
    private static String words(Throwable fault) {
        var message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        if (message.startsWith("Unable to load credentials")) {
            return NO_CREDENTIALS;
        }
        if (message.startsWith("Unable to load region")) {
            return "no region of AWS found: set AWS_REGION or give --region";
        }
        return fault instanceof StoreUnavailable && fault.getCause() != null
                ? "%s: %s".formatted(message, words(fault.getCause()))
                : message;
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
