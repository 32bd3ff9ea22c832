// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/**
 * What joins the creation, the edits and the deletion of one item: {@code github:github.com:I_kwDOBl}.
 *
 * @param account the workspace, instance or host inside of which {@code nativeId} is unique
 * @param nativeId the channel's own id, kept as text
 */
public record ContentKey(String channel, String account, String nativeId) {
    /** Refuses a blank or overlong part. */
    public ContentKey {
        KeyText.check(channel, account, nativeId);
    }

    /** Reads what {@link #toString} wrote. */
    public static ContentKey parse(String text) {
        var parts = KeyText.split(text);
        return new ContentKey(parts.get(0), parts.get(1), parts.get(2));
    }

    @Override
    public String toString() {
        return KeyText.join(channel, account, nativeId);
    }
}
