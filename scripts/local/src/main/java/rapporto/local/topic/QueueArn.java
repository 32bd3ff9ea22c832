// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.regex.Pattern;

/** The ARN of a queue: {@code arn:aws:sqs:us-east-1:000000000000:name}. */
record QueueArn(String text) {
    private static final Pattern FORM = Pattern.compile("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,80}");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The queue's name. */
    String name() {
        return text.substring(text.lastIndexOf(':') + 1);
    }
}
