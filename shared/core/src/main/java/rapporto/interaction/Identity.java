// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/**
 * A person or organisation as one account of a channel knows them: {@code slack:T061EG9R6:U2147483697}.
 *
 * @param account the workspace, instance or host inside of which {@code nativeId} is unique
 * @param nativeId the channel's own id, kept as text
 */
public record Identity(String channel, String account, String nativeId) {
    /** Refuses a blank or overlong part. */
    public Identity {
        KeyText.check(channel, account, nativeId);
    }

    /** Reads what {@link #toString} wrote. */
    public static Identity parse(String text) {
        var parts = KeyText.split(text);
        return new Identity(parts.get(0), parts.get(1), parts.get(2));
    }

    @Override
    public String toString() {
        return KeyText.join(channel, account, nativeId);
    }
}
