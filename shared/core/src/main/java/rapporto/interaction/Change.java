// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/** What happened to the item. The order of the constants decides between states of equal version. */
public enum Change {
    CREATED,
    EDITED,
    /** Back after {@link #HIDDEN}. */
    RESTORED,
    /** Gone, but its channel can bring it back: its words are kept and not shown. */
    HIDDEN,
    /** Gone for good: nothing that arrives later brings it back, and its words are dropped. */
    DELETED
}
