// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

/** How much the word of a person counts in a team; a later constant overrules an earlier one. */
public enum Role {
    MEMBER,
    LEAD,
    OWNER
}
