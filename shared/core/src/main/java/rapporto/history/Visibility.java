// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

/**
 * Whether an item that its channel can hide and bring back is to be seen.
 *
 * @param version of the hiding or restoring, on the scale of its channel; greater wins, at equal ones hidden wins
 */
public record Visibility(long version, boolean hidden) {
    Visibility laterOf(Visibility other) {
        if (version != other.version) {
            return version > other.version ? this : other;
        }
        return hidden ? this : other;
    }
}
