// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/**
 * Where a conversation happens: {@code discourse:forum.example.org:4711}.
 *
 * @param account the workspace, instance or host inside of which {@code nativeId} is unique
 * @param nativeId the channel's own id, kept as text
 */
public record ThreadKey(String channel, String account, String nativeId) {
    /** Refuses a blank or overlong part. */
    public ThreadKey {
        KeyText.check(channel, account, nativeId);
    }

    /** Reads what {@link #toString} wrote. */
    public static ThreadKey parse(String text) {
        var parts = KeyText.split(text);
        return new ThreadKey(parts.get(0), parts.get(1), parts.get(2));
    }

    @Override
    public String toString() {
        return KeyText.join(channel, account, nativeId);
    }
}
